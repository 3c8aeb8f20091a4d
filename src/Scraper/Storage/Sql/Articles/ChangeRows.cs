using Scraper.Core.Labelling;

namespace Scraper.Storage.Sql;

/// <summary>Writes the change sequence.</summary>
internal static class ChangeRows
{
    /// <summary>Adds a step.</summary>
    /// <returns>Its number.</returns>
    public static long Add(SqlSession session, ChangeKind kind, long articleId, long siteId, string url, DateTimeOffset at, int? revision) => session.Insert(
        "INSERT INTO change (kind, article_id, site_id, url, at, revision) VALUES ($kind, $article, $site, $url, $at, $revision)",
        number: "seq",
        ("$kind", Names.Of(kind)), ("$article", articleId), ("$site", siteId), ("$url", url), ("$at", Moment.Text(at)), ("$revision", revision));
}
