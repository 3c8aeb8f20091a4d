using System.Data.Common;

namespace Scraper.Storage.Sql;

/// <summary>Reads an article in a list.</summary>
internal static class SummaryRow
{
    /// <summary>The columns, in order, over <c>article a</c> and <c>site s</c>.</summary>
    public const string Columns =
        "a.id, s.name, a.url, a.title, a.published_at, a.published_offset, a.published_precision, a.fetched_at, a.length, a.change_seq, a.sort_at";

    /// <summary>How many they are.</summary>
    public const int Count = 11;

    public static ArticleSummary Read(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3),
        Moment.Date(ArticleRow.Text(r, 4), ArticleRow.Number(r, 5), ArticleRow.Text(r, 6)),
        Moment.Read(r.GetString(7)), r.GetInt64(8), r.GetInt64(9))
    {
        Cursor = new ArticleCursor(Moment.Read(r.GetString(10)), r.GetInt64(0)),
    };
}
