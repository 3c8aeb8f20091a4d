using System.Net;

namespace Scraper.Fetching.Addresses;

/// <summary>The targets that may be dialled though they are not public (<see cref="FetchOptions.Allow"/>, <see cref="FetchOptions.ConnectTo"/>).</summary>
internal sealed class AllowList
{
    private readonly List<Entry> entries;
    private readonly ConnectMap map;

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">An entry is not <c>host[:port][=CIDR]</c>.</exception>
    public AllowList(IReadOnlyList<string> entries, ConnectMap map)
    {
        this.entries = [.. entries.Select(Read)];
        this.map = map;
    }

    /// <summary>Whether an entry names the host and port at all.</summary>
    public bool Names(string host, int port) => map.Find(host, port) is not null || entries.Any(entry => entry.IsFor(host, port));

    /// <summary>Whether an entry lets the host resolve to an address.</summary>
    public bool Allows(string host, int port, IPAddress address) =>
        map.Find(host, port) is not null || entries.Any(entry => entry.IsFor(host, port) && (entry.Range is not { } range || range.Contains(address.GetAddressBytes())));

    private static Entry Read(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        AddressPrefix? range = null;
        if (parts.Length == 2)
        {
            if (!AddressPrefix.TryParse(parts[1], out var parsed))
            {
                throw new FormatException($"allow list entry '{text}': '{parts[1]}' is no CIDR range such as 10.1.2.0/24");
            }

            range = parsed;
        }

        // No host holds a slash: a range or an address by itself would never match.
        var (host, port) = (parts[0].Contains('/', StringComparison.Ordinal) ? null : HostAndPort.Read(parts[0]))
            ?? throw new FormatException($"allow list entry '{text}': must be host or host:port, or either with =CIDR behind it: intranet.example:8080=10.0.0.0/8");
        return new Entry(host, port, range);
    }

    private sealed record Entry(string Host, int? Port, AddressPrefix? Range)
    {
        public bool IsFor(string host, int port) => Host.Equals(host, StringComparison.OrdinalIgnoreCase) && (Port is null || Port == port);
    }
}
