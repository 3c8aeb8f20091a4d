namespace Scraper.Core.Sites;

/// <summary>The host of a URL as the network knows it.</summary>
public static class UrlHost
{
    /// <summary>
    /// The host in IDNA and lower case, without brackets or trailing dot. Never fails: a host that IDNA refuses (RFC 5891, 4.2)
    /// comes as it is written and so is not US-ASCII, which tells it from any that can be asked.
    /// </summary>
    /// <param name="url">The URL; one that is relative has no host, which is empty.</param>
    public static string Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri ? Named(url).Trim('[', ']').TrimEnd('.').ToLowerInvariant() : string.Empty;
    }

    private static string Named(Uri url)
    {
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return url.Host;
        }
    }
}
