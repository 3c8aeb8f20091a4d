using Scraper.Core.Sites;

namespace Scraper.Fetching.Addresses;

/// <summary>Where a site's headers and cookies may go.</summary>
internal static class HomeOrigin
{
    /// <summary>Whether a URL is of the origin that they were meant for, or https of the same host; never the other way round.</summary>
    /// <param name="home">What was asked for.</param>
    /// <param name="url">Where a request is about to go.</param>
    public static bool Owns(Uri home, Uri url) =>
        UrlHost.Of(home) == UrlHost.Of(url)
        && ((home.Scheme == url.Scheme && home.Port == url.Port) || (home.Scheme == Uri.UriSchemeHttp && url.Scheme == Uri.UriSchemeHttps && home.IsDefaultPort && url.IsDefaultPort));
}
