using Scraper.Core.Fingerprints;
using Scraper.Discovery;
using Scraper.Storage.Revisions;

namespace Scraper.Storage.Sql;

/// <summary>Tells which stored article a page is: by its URL, by the URL asked for, by its text. Writes nothing.</summary>
internal sealed class ArticleMatching(SqlSession session)
{
    private const int MinDuplicateLength = 200;

    /// <summary>The stored article that a page is, or whose text it has.</summary>
    public ArticleMatch Find(ExtractedPage extracted, PreparedArticle prepared, long siteId)
    {
        if (!IsMet(extracted, prepared, siteId))
        {
            return new ArticleMatch(prepared);
        }

        var row = WithUrl(prepared);
        if (row is not null && IsAnotherPage(row, extracted, prepared))
        {
            // Many pages claim one canonical URL (a front page, often): each is then kept under its own.
            prepared = new PreparedArticle(prepared.Article with { Url = extracted.Page.FinalUrl });
            row = WithUrl(prepared);
        }

        if ((row ?? FindMoved(extracted, prepared)) is { } known)
        {
            return new ArticleMatch(prepared, known);
        }

        var twin = FindOriginal(prepared) ?? FindDuplicate(prepared, siteId);
        return new ArticleMatch(prepared, twin, IsTwin: twin is not null);
    }

    /// <summary>The article whose own address was asked for and has led to another one, or 0.</summary>
    /// <param name="extracted">The page.</param>
    /// <param name="prepared">What was read from it.</param>
    /// <param name="led">The article that it led to.</param>
    public long FindLeft(ExtractedPage extracted, PreparedArticle prepared, long led)
    {
        var asked = extracted.Page.Url;
        return asked != prepared.Article.Url
            && UrlRows.ArticleOf(session, asked) is var known and not 0 && known != led
            && session.Scalar<string>("SELECT url FROM article WHERE id = $id", ("$id", known)) is { } own
            && CanonicalUrl.Key(new Uri(own)) == CanonicalUrl.Key(new Uri(asked))
            ? known
            : 0;
    }

    private static bool HasTextOf(ArticleRow row, PreparedArticle prepared) => PreparedArticle.HashOf(row.Stored.Article).AsSpan().SequenceEqual(prepared.TextHash);

    private static double Containment(ArticleRow row, PreparedArticle prepared) => prepared.Shingles.Value.With(ShingleSet.Of(row.Stored.Article.Text)).Containment;

    /// <summary>Whether its URL, the URL asked for or its text is known, in one question: of most articles, none is.</summary>
    private bool IsMet(ExtractedPage extracted, PreparedArticle prepared, long siteId) => session.Scalar<long>(
        """
        SELECT CASE WHEN EXISTS (SELECT 1 FROM article WHERE url = $url) OR EXISTS (SELECT 1 FROM url WHERE url = $url AND article_id IS NOT NULL)
            OR EXISTS (SELECT 1 FROM url WHERE url = $asked AND article_id IS NOT NULL)
            OR EXISTS (SELECT 1 FROM article WHERE text_hash = $hash AND site_id = $site) THEN 1 ELSE 0 END
        """,
        ("$url", prepared.Article.Url), ("$asked", extracted.Page.Url), ("$hash", prepared.TextHash), ("$site", siteId)) != 0;

    private ArticleRow? WithUrl(PreparedArticle prepared) => ArticleRow.Find(session, "WHERE a.url = $url", ("$url", prepared.Article.Url));

    private ArticleRow? WithId(long id) => ArticleRow.Find(session, "WHERE a.id = $id", ("$id", id));

    /// <summary>Whether a page from another address than the stored one claims its canonical URL with another article's text.</summary>
    private bool IsAnotherPage(ArticleRow row, ExtractedPage extracted, PreparedArticle prepared)
    {
        var (url, claimed) = (extracted.Page.FinalUrl, prepared.Article.Url);
        return url != claimed
            && session.Scalar<string>("SELECT final_url FROM page WHERE id = $id", ("$id", row.PageId)) is { } storedUrl && storedUrl != url
            && !HasTextOf(row, prepared)
            && (SharedClaim.NeededOf(row.Stored.Article, prepared.Article, url) is not { } needed || Containment(row, prepared) < needed);
    }

    /// <summary>The article of the URL asked for, where the page has its text and stands at a new address.</summary>
    private ArticleRow? FindMoved(ExtractedPage extracted, PreparedArticle prepared) =>
        extracted.Page.Url != prepared.Article.Url
        && UrlRows.ArticleOf(session, extracted.Page.Url) is var known and not 0
        && WithId(known) is { } row
        && (HasTextOf(row, prepared) || (MayHaveMoved(row, extracted, prepared) && Containment(row, prepared) >= StoryRule.MinShareWithin))
            ? row
            : null;

    // A headline may change with the address; but an address that leads to the newest report leads from one to the next that is like it.
    private static bool MayHaveMoved(ArticleRow row, ExtractedPage extracted, PreparedArticle prepared) =>
        CanonicalUrl.Key(new Uri(row.Stored.Article.Url)) == CanonicalUrl.Key(new Uri(extracted.Page.Url)) || SharedClaim.IsOneTelling(row.Stored.Article, prepared.Article);

    /// <summary>A duplicate's own URL, seen again: nothing new as long as it still says the same.</summary>
    private ArticleRow? FindOriginal(PreparedArticle prepared) =>
        UrlRows.LedTo(session, prepared.Article.Url) is var known and not 0 && WithId(known) is { } row && HasTextOf(row, prepared) ? row : null;

    private ArticleRow? FindDuplicate(PreparedArticle prepared, long siteId) =>
        prepared.Article.Text.Length < MinDuplicateLength
            ? null
            : ArticleRow.Find(session, "WHERE a.text_hash = $hash AND a.site_id = $site", ("$hash", prepared.TextHash), ("$site", siteId));
}
