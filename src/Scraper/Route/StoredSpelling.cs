using Scraper.Core;
using Scraper.Discovery;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>Finds a stored article by its address, however somebody who copied it from elsewhere spells it.</summary>
internal static class StoredSpelling
{
    /// <summary>The article of a number or address, or of what the address is without campaign parameters, fragment, <c>www.</c>, scheme and last slash.</summary>
    /// <param name="articles">The store.</param>
    /// <param name="written">A number or an address.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<StoredArticle?> FindAsync(IArticleStore articles, string written, CancellationToken cancellationToken)
    {
        foreach (var spelling in Spellings(written))
        {
            if (await articles.FindAsync(spelling, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<string> Spellings(string written)
    {
        var isAddress = UrlText.TryRead(written, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        IEnumerable<string> others = isAddress ? Others(CanonicalUrl.Of(url!)) : [];
        return others.Prepend(written).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Others(Uri url) =>
        from scheme in (string[])[url.Scheme, url.Scheme == Uri.UriSchemeHttp ? Uri.UriSchemeHttps : Uri.UriSchemeHttp]
        from authority in (string[])[url.Authority, url.Authority.StartsWith("www.", StringComparison.Ordinal) ? url.Authority[4..] : $"www.{url.Authority}"]
        from path in (string[])[url.AbsolutePath, url.AbsolutePath.EndsWith('/') ? url.AbsolutePath.TrimEnd('/') : $"{url.AbsolutePath}/"]
        select new Uri($"{scheme}://{authority}{path}{url.Query}{url.Fragment}").AbsoluteUri;
}
