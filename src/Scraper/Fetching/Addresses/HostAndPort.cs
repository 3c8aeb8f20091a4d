using System.Globalization;

namespace Scraper.Fetching.Addresses;

/// <summary>Reads <c>host</c>, <c>host:port</c> and <c>[v6]:port</c> as they stand in settings.</summary>
internal static class HostAndPort
{
    public static (string Host, int? Port)? Read(string text)
    {
        var isBareV6 = text.Count(c => c == ':') > 1 && !text.StartsWith('[');
        var colon = isBareV6 ? -1 : text.LastIndexOf(':');
        if (colon >= 0 && colon < text.LastIndexOf(']'))
        {
            colon = -1;
        }

        var host = (colon < 0 ? text : text[..colon]).Trim('[', ']').TrimEnd('.').ToLower(CultureInfo.InvariantCulture);
        if (host.Length == 0)
        {
            return null;
        }

        if (colon < 0)
        {
            return (host, null);
        }

        return ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? (host, port) : null;
    }
}
