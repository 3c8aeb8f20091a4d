using Scraper.Core.Sites;

namespace Scraper.Fetching.Politeness;

/// <summary>What politeness and robots.txt are kept by.</summary>
internal static class HostKey
{
    /// <summary>Host, with the port where it is not the default one: http and https of one host share their pace.</summary>
    public static string Of(Uri url) => url.IsDefaultPort ? UrlHost.Of(url) : $"{UrlHost.Of(url)}:{url.Port}";

    /// <summary>Scheme, host and port: what one robots.txt is for.</summary>
    public static string OriginOf(Uri url) => $"{url.Scheme}://{Of(url)}";
}
