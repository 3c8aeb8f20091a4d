using Scraper.Core.Sites;

namespace Scraper.Discovery;

/// <summary>Whether a page's <c>rel=canonical</c> is believed. It is never fetched for being declared.</summary>
internal static class DeclaredUrl
{
    /// <summary>Whether the declared address can be meant: one of the page's own site, that names a page as specific as the one that answered.</summary>
    /// <param name="declared">What the page declares, absolute.</param>
    /// <param name="answered">The address that it came from.</param>
    public static bool IsBelieved(Uri declared, Uri answered) =>
        declared is { Scheme: "http" or "https", UserInfo.Length: 0 }
        && SiteOf(declared) == SiteOf(answered)
        && (CanonicalUrl.Key(declared) == CanonicalUrl.Key(answered) || IsAsSpecific(UrlSpecificity.Of(declared), UrlSpecificity.Of(answered)));

    /// <summary>A front page, section or day names all of its articles; only one of them can be meant, and that is none.</summary>
    private static bool IsAsSpecific(UrlSpecificity declared, UrlSpecificity answered) =>
        declared.Level > 0
        && declared.Level >= answered.Level
        && !declared.IsSectionOf(answered)
        && (declared.Level == 2 || declared.Depth >= answered.Depth || declared.EndsLike(answered));

    /// <summary>The host without <c>www.</c>, <c>m.</c> or <c>amp.</c>, with the port: another port is another server.</summary>
    private static string SiteOf(Uri url)
    {
        var host = UrlHost.Of(url);
        var bare = Array.Find(["www.", "m.", "amp."], p => host.StartsWith(p, StringComparison.Ordinal)) is { } prefix ? host[prefix.Length..] : host;
        return $"{(bare.Contains('.', StringComparison.Ordinal) ? bare : host)}:{(url.IsDefaultPort ? 0 : url.Port)}";
    }
}
