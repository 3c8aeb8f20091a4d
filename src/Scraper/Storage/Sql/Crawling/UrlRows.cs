namespace Scraper.Storage.Sql;

/// <summary>Writes the state of URLs.</summary>
internal static class UrlRows
{
    /// <summary>The article that a URL is an address of, or 0; a duplicate of one is a page of its own.</summary>
    public static long ArticleOf(SqlSession session, string url) =>
        session.Scalar<long>("SELECT article_id FROM url WHERE url = $url AND article_id IS NOT NULL AND status <> 'duplicate'", ("$url", url));

    /// <summary>The article that a URL leads to, be it the same text only, or 0.</summary>
    public static long LedTo(SqlSession session, string url) =>
        session.Scalar<long>("SELECT article_id FROM url WHERE url = $url AND article_id IS NOT NULL", ("$url", url));

    /// <summary>
    /// Notes that a URL gave an article; only the URL that was asked for is ever asked for again. An old capture does not
    /// take the place of what is known from a later look.
    /// </summary>
    /// <param name="session">The writer's.</param>
    /// <param name="extracted">What was fetched.</param>
    /// <param name="siteId">Its site.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="left">The article that the URL asked for stays the address of, though it led to another one; 0 for none.</param>
    public static void Stored(SqlSession session, ExtractedPage extracted, long siteId, SaveResult result, long left)
    {
        var page = extracted.Page;
        var at = Moment.Text(page.FetchedAt);
        foreach (var url in new[] { page.Url, page.FinalUrl, extracted.Article.Url }.Distinct(StringComparer.Ordinal))
        {
            var asked = url == page.Url;
            var keeps = asked && left != 0;
            // A body that was not stored leaves no validators.
            var isWorse = keeps || result.Outcome == SaveOutcome.Worse;
            session.Send(
                $"""
                INSERT INTO url (url, site_id, status, first_seen_at, visited_at, next_visit_at, etag, last_modified, article_id, detail)
                VALUES ($url, $site, 'stored', $at, $at, $next, $etag, $modified, $article, $detail)
                ON CONFLICT ({session.UrlKey}) DO UPDATE SET
                    status = 'stored', attempts = 0, visited_at = $at, next_visit_at = $next, detail = $detail,
                    etag = CASE WHEN $worse THEN url.etag ELSE $etag END, last_modified = CASE WHEN $worse THEN url.last_modified ELSE $modified END,
                    article_id = $article
                WHERE url.visited_at IS NULL OR url.visited_at <= $at OR url.article_id IS NULL
                """,
                ("$url", url), ("$site", siteId), ("$at", at),
                ("$next", asked ? Moment.Text(extracted.RefetchAt) : null),
                ("$etag", asked && !isWorse ? extracted.Validators.ETag : null),
                ("$modified", asked && !isWorse ? extracted.Validators.LastModified : null),
                ("$worse", isWorse), ("$article", keeps ? left : result.ArticleId), ("$detail", result.Detail));
        }
    }
}
