using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Discovery;

namespace Scraper.Route;

/// <summary>Which URL an article is known by.</summary>
internal static class ArticleIdentity
{
    /// <summary>
    /// The canonical URL that the page declares, where it is believed (<see cref="DeclaredUrl"/>): no page can put itself in the
    /// place of another site's article, nor all pages in the place of one front page. Otherwise the URL that answered.
    /// </summary>
    public static Uri Of(Article article, Uri answered)
    {
        var own = CanonicalUrl.Of(answered);
        return UrlText.TryRead(article.Url, out var declared) && DeclaredUrl.IsBelieved(declared, own) ? CanonicalUrl.Of(declared) : own;
    }

    /// <summary>Whether a page was asked for and the front page of its host, or of the domain above that, answered, as of many that are gone.</summary>
    public static bool IsFrontPageInstead(Uri asked, Uri answered)
    {
        var own = CanonicalUrl.Key(new Uri(asked, "/"));
        var front = CanonicalUrl.Key(new Uri(answered, "/"));
        return CanonicalUrl.Key(answered) == front && CanonicalUrl.Key(asked) != own && $".{own}".EndsWith($".{front}", StringComparison.Ordinal);
    }
}
