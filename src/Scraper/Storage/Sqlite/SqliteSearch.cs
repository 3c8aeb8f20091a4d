using Microsoft.Data.Sqlite;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Full-text search whose cost is bounded. bm25 looks at every match, so a word that stands in most articles would cost
/// as much as the store is large, and tells least: of more than <see cref="MaxRanked"/> matches the newest so many are
/// taken, those with the words in their title first, then newest first.
/// </summary>
internal static class SqliteSearch
{
    /// <summary>Matches that are ranked.</summary>
    public const int MaxRanked = 1_000;

    private const int DefaultLimit = 20;

    /// <param name="session">A reader.</param>
    /// <param name="match">An FTS5 expression.</param>
    /// <param name="filter">Which articles may be found.</param>
    /// <param name="readSummary">Reads the first columns of a row.</param>
    public static IReadOnlyList<SearchHit> Run(SqliteSession session, string match, ArticleFilter filter, Func<DbDataReader, ArticleSummary> readSummary)
    {
        var limit = filter.Limit ?? DefaultLimit;
        var oldest = session.Scalar<long>(
            $"{Matches("v1_search.rowid", filter, out var parameters)} ORDER BY v1_search.rowid DESC LIMIT 1 OFFSET {MaxRanked}",
            [.. parameters, ("$match", match), ("$oldest", 0L)]);
        if (oldest == 0 || limit > MaxRanked)
        {
            return Hits(session, Matches("v1_search.rowid AS id, v1_search.rank AS rank", filter, out _), [.. parameters, ("$match", match), ("$oldest", 0L)], limit, readSummary);
        }

        var inTitle = Matches("v1_search.rowid AS id, -1.0 AS rank", filter, out _);
        var hits = Hits(session, inTitle, [.. parameters, ("$match", $"{{title}} : ({match}) AND ({match})"), ("$oldest", oldest)], limit, readSummary);
        if (hits.Count < limit)
        {
            var known = hits.Select(h => h.Article.Id).ToHashSet();
            hits.AddRange(Hits(session, Matches("v1_search.rowid AS id, 0.0 AS rank", filter, out _), [.. parameters, ("$match", match), ("$oldest", oldest)], limit, readSummary)
                .Where(h => !known.Contains(h.Article.Id)).Take(limit - hits.Count));
        }

        return hits;
    }

    private static string Matches(string columns, ArticleFilter filter, out IReadOnlyList<(string, object?)> parameters)
    {
        var where = new ArticleWhere(filter, "v1_search MATCH $match AND v1_search.rowid > $oldest");
        parameters = where.Parameters;
        return $"SELECT {columns} FROM v1_search {where.SearchJoin} {where.Sql}";
    }

    /// <summary>The best, with a snippet each; equally good ones newest first.</summary>
    private static List<SearchHit> Hits(
        SqliteSession session, string matches, (string, object?)[] parameters, int limit, Func<DbDataReader, ArticleSummary> readSummary) => session.Rows(
        $"""
        SELECT {ArticleWhere.SummaryColumns}, hit.rank, hit.snippet
        FROM (
            SELECT m.*, (SELECT snippet(v1_search, -1, char(2), char(3), '…', 24) FROM v1_search WHERE v1_search MATCH $match AND v1_search.rowid = m.id) AS snippet
            FROM ({matches} ORDER BY rank, v1_search.rowid DESC LIMIT $limit) m
        ) hit JOIN article a ON a.id = hit.id JOIN site s ON s.id = a.site_id
        ORDER BY hit.rank, hit.id DESC
        """,
        r => new SearchHit(readSummary(r), -r.GetDouble(11), r.GetString(12)),
        [.. parameters, ("$limit", limit)]);
}
