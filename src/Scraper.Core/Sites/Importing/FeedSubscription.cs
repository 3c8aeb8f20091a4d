namespace Scraper.Core.Sites;

/// <summary>A feed as lists of subscriptions name it.</summary>
/// <param name="Feed">Its absolute http or https address.</param>
/// <param name="Home">Absolute address of the site that it is of, or <see langword="null"/> where the list does not say.</param>
/// <param name="Title">Its title, or <see langword="null"/>.</param>
internal sealed record FeedSubscription(Uri Feed, Uri? Home, string? Title)
{
    /// <summary>The host of its site, by which rules are looked up; <see langword="null"/> where that is none.</summary>
    public string? Host => HostText.Normal((Home ?? Feed).Host) is not { } host ? null
        : host.StartsWith("www.", StringComparison.Ordinal) && host.AsSpan(4).Contains('.') ? host[4..] : host;

    /// <summary>An address as subscriptions write it, <c>feed:</c> in front or in place of its scheme taken off; <see langword="null"/> where it is none of http or https.</summary>
    /// <param name="text">The address.</param>
    public static Uri? Address(string? text)
    {
        var address = (text ?? string.Empty).Trim();
        address = address.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? $"http://{address[7..]}"
            : address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? address[5..]
            : address;
        return UrlText.TryRead(address, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;
    }
}
