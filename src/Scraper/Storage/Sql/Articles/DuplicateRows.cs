using Scraper.Core;
using Scraper.Discovery;

namespace Scraper.Storage.Sql;

/// <summary>
/// URLs that gave the text of another article. A page that is listed twice stays one; a site that is closed for an hour says
/// one thing at all addresses, and each of them has an article of its own afterwards.
/// </summary>
internal static class DuplicateRows
{
    /// <summary>New pages with one text from which it stands in the place of articles.</summary>
    private const int Many = 3;

    /// <summary>Of an article's duplicates so many are looked at.</summary>
    private const int MostLookedAt = 50;

    /// <summary>Pages met so far apart are not of one visit or a few that follow one another.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromDays(1);

    /// <summary>
    /// Notes that the URL asked for gave the text of another article, without validators, as that body was not stored. Where
    /// many have come together, the article may be none: that is noted of it, and its page is looked at again with them.
    /// </summary>
    /// <param name="session">The writer's.</param>
    /// <param name="extracted">What was fetched.</param>
    /// <param name="siteId">Its site.</param>
    /// <param name="result">The article whose text it is.</param>
    public static void Note(SqlSession session, ExtractedPage extracted, long siteId, SaveResult result)
    {
        var (at, next) = (Moment.Text(extracted.Page.FetchedAt), Moment.Text(extracted.DuplicateRefetchAt));
        session.Send(
            $"""
            INSERT INTO url (url, site_id, status, attempts, first_seen_at, visited_at, next_visit_at, article_id, detail)
            VALUES ($url, $site, 'duplicate', 1, $at, $at, $next, $article, $detail)
            ON CONFLICT ({session.UrlKey}) DO UPDATE SET
                status = 'duplicate', attempts = url.attempts + 1, visited_at = $at, next_visit_at = $next, etag = NULL, last_modified = NULL,
                article_id = $article, detail = $detail
            WHERE url.visited_at IS NULL OR url.visited_at <= $at OR url.article_id IS NULL
            """,
            ("$url", extracted.Page.Url), ("$site", siteId), ("$at", at), ("$next", next), ("$article", result.ArticleId), ("$detail", result.Detail));
        if (ArticleRow.Find(session, "WHERE a.id = $id", ("$id", result.ArticleId)) is { Stored: var article } row && AreMany(session, article))
        {
            WorseRows.NoteMany(session, article.Id, extracted.Page.FetchedAt);
            if (next is not null)
            {
                session.Send(
                    "UPDATE url SET next_visit_at = $next WHERE url = (SELECT url FROM page WHERE id = $page) AND status = 'stored' AND (next_visit_at IS NULL OR next_visit_at > $next)",
                    ("$next", next), ("$page", row.PageId));
            }
        }
    }

    /// <summary>Whether an article's text comes at once from many pages of other names.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    private static bool AreMany(SqlSession session, StoredArticle article) => session.Rows(
            "SELECT url FROM url WHERE article_id = $id AND status = 'duplicate' AND first_seen_at BETWEEN $from AND $to LIMIT $most",
            r => NameOf(r.GetString(0)),
            ("$id", article.Id), ("$from", Moment.Text(article.FirstSeenAt - Together)), ("$to", Moment.Text(article.FirstSeenAt + Together)), ("$most", MostLookedAt))
        .Append(NameOf(article.Article.Url)).Distinct(StringComparer.Ordinal).Count() > Many;

    /// <summary>The text of an article has changed: what its duplicates say now is looked at when their turn comes.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    /// <param name="at">When.</param>
    public static void Wake(SqlSession session, long article, DateTimeOffset at) =>
        session.Send("UPDATE url SET next_visit_at = $at WHERE article_id = $id AND status = 'duplicate'", ("$at", Moment.Text(at)), ("$id", article));

    // A story in several sections keeps its name: /sport/story, /local/story, /story/amp.
    private static string NameOf(string url)
    {
        var key = UrlText.TryRead(url, out var address) ? CanonicalUrl.Key(address) : url;
        return key[(key.LastIndexOf('/') + 1)..];
    }
}
