using Scraper.Core.Articles;
using Scraper.Discovery;

namespace Scraper.Route;

/// <summary>Which URL an article is known by.</summary>
internal static class ArticleIdentity
{
    /// <summary>
    /// The canonical URL that the page declares, where it can be believed: it must be on the page's own host (so that no
    /// page can put itself in the place of another site's article) and must not be the front page. Otherwise the URL that answered.
    /// </summary>
    public static Uri Of(Article article, Uri answered)
    {
        var isDeclared = Uri.TryCreate(article.Url, UriKind.Absolute, out var declared)
            && (declared.Scheme == Uri.UriSchemeHttp || declared.Scheme == Uri.UriSchemeHttps)
            && Bare(declared.Host) == Bare(answered.Host)
            && (declared.PathAndQuery != "/" || answered.PathAndQuery == "/");
        return CanonicalUrl.Of(isDeclared ? declared! : answered);
    }

    /// <summary>Whether a page was asked for and the front page of its host, or of the domain above that, answered, as of many that are gone.</summary>
    public static bool IsFrontPageInstead(Uri asked, Uri answered)
    {
        var own = CanonicalUrl.Key(new Uri(asked, "/"));
        var front = CanonicalUrl.Key(new Uri(answered, "/"));
        return CanonicalUrl.Key(answered) == front && CanonicalUrl.Key(asked) != own && $".{own}".EndsWith($".{front}", StringComparison.Ordinal);
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
