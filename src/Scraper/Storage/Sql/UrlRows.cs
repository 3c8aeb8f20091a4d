namespace Scraper.Storage.Sql;

/// <summary>Writes the state of URLs.</summary>
internal static class UrlRows
{
    /// <summary>The article that a URL leads to, or 0.</summary>
    public static long ArticleOf(SqlSession session, string url) =>
        session.Scalar<long>("SELECT article_id FROM url WHERE url = $url AND article_id IS NOT NULL", ("$url", url));

    /// <summary>
    /// Notes that a URL gave an article; only the URL that was asked for is ever asked for again. An old capture does not
    /// take the place of what is known from a later look.
    /// </summary>
    public static void Stored(SqlSession session, ExtractedPage extracted, long siteId, SaveResult result)
    {
        // The text of another article is looked at where that one stands; and a body that was not stored leaves no validators.
        var next = result.Outcome == SaveOutcome.Duplicate ? null : extracted.RefetchAt;
        var isWorse = result.Outcome == SaveOutcome.Worse;
        var page = extracted.Page;
        var at = Moment.Text(page.FetchedAt);
        foreach (var url in new[] { page.Url, page.FinalUrl, extracted.Article.Url }.Distinct(StringComparer.Ordinal))
        {
            var asked = url == page.Url;
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
                ("$next", asked ? Moment.Text(next) : null),
                ("$etag", asked && !isWorse ? extracted.Validators.ETag : null),
                ("$modified", asked && !isWorse ? extracted.Validators.LastModified : null),
                ("$worse", isWorse), ("$article", result.ArticleId), ("$detail", result.Detail));
        }
    }
}
