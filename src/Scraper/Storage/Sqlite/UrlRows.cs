namespace Scraper.Storage.Sqlite;

/// <summary>Writes the state of URLs.</summary>
internal static class UrlRows
{
    /// <summary>The article that a URL leads to, or 0.</summary>
    public static long ArticleOf(SqliteSession session, string url) =>
        session.Scalar<long>("SELECT article_id FROM url WHERE url = $url AND article_id IS NOT NULL", ("$url", url));

    /// <summary>
    /// Notes that a URL gave an article; only the URL that was asked for is ever asked for again. An old capture does not
    /// take the place of what is known from a later look.
    /// </summary>
    public static void Stored(SqliteSession session, ExtractedPage extracted, long siteId, long articleId, string? detail)
    {
        var page = extracted.Page;
        var at = Moment.Text(page.FetchedAt);
        foreach (var url in new[] { page.Url, page.FinalUrl, extracted.Article.Url }.Distinct(StringComparer.Ordinal))
        {
            var asked = url == page.Url;
            session.Execute(
                """
                INSERT INTO url (url, site_id, status, first_seen_at, visited_at, next_visit_at, etag, last_modified, article_id, detail)
                VALUES ($url, $site, 'stored', $at, $at, $next, $etag, $modified, $article, $detail)
                ON CONFLICT (url) DO UPDATE SET
                    status = 'stored', attempts = 0, visited_at = $at, next_visit_at = $next, detail = $detail,
                    etag = $etag, last_modified = $modified, article_id = $article
                WHERE visited_at IS NULL OR visited_at <= $at OR article_id IS NULL
                """,
                ("$url", url), ("$site", siteId), ("$at", at),
                ("$next", asked ? Moment.Text(extracted.RefetchAt) : null),
                ("$etag", asked ? Header(page, "ETag", 1024) : null),
                ("$modified", asked ? Header(page, "Last-Modified", 128) : null),
                ("$article", articleId), ("$detail", detail));
        }
    }

    private static string? Header(FetchedPage page, string name, int max) =>
        page.Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value && value.Length <= max ? value : null;
}
