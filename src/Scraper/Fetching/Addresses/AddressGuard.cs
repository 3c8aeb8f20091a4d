using System.Net;
using System.Net.Sockets;

namespace Scraper.Fetching.Addresses;

/// <summary>
/// Says whether an IP address is one of the public internet. Everything in the IANA special-purpose registries is not, and an
/// IPv6 address that carries an IPv4 one (mapped, compatible, translated, NAT64, ISATAP) is as public as what it carries;
/// 6to4 and Teredo are refused whole, because both are dead and only useful to get around such a check.
/// </summary>
internal static class AddressGuard
{
    private static readonly (IPNetwork Network, string Reason)[] V4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "shared address space (CGNAT)"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "IETF protocol assignments"),
        (IPNetwork.Parse("192.0.2.0/24"), "documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "6to4 relay"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "benchmarking"),
        (IPNetwork.Parse("198.51.100.0/24"), "documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
    ];

    private static readonly (IPNetwork Network, string Reason)[] V6 =
    [
        (IPNetwork.Parse("::/128"), "unspecified"),
        (IPNetwork.Parse("::1/128"), "loopback"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "local-use NAT64"),
        (IPNetwork.Parse("100::/64"), "discard-only"),
        (IPNetwork.Parse("2001::/23"), "IETF protocol assignments, Teredo among them"),
        (IPNetwork.Parse("2001:db8::/32"), "documentation"),
        (IPNetwork.Parse("2002::/16"), "6to4"),
        (IPNetwork.Parse("3fff::/20"), "documentation"),
        (IPNetwork.Parse("5f00::/16"), "segment routing"),
        (IPNetwork.Parse("fc00::/7"), "unique local"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "site-local"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Mapped = IPNetwork.Parse("::ffff:0:0/96");
    private static readonly IPNetwork Translated = IPNetwork.Parse("::ffff:0:0:0/96");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>Why an address may not be dialled, or <see langword="null"/> where it is public.</summary>
    /// <param name="address">The address about to be dialled.</param>
    public static string? ReasonToRefuse(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return In(V4, address);
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return "neither IPv4 nor IPv6";
        }

        // A zone id is about a link of this machine; the bits alone decide.
        var bits = address.GetAddressBytes();
        var plain = new IPAddress(bits);
        return In(V6, plain) ?? Carried(plain, bits) ?? (IsKnown(plain) ? null : "outside the global unicast range");
    }

    private static string? In((IPNetwork Network, string Reason)[] table, IPAddress address)
    {
        foreach (var (network, reason) in table)
        {
            if (network.Contains(address))
            {
                return $"{reason} ({network})";
            }
        }

        return null;
    }

    private static string? Carried(IPAddress address, byte[] bits)
    {
        var form = Mapped.Contains(address) ? "IPv4-mapped"
            : Translated.Contains(address) ? "IPv4-translated"
            : Compatible.Contains(address) ? "IPv4-compatible"
            : Nat64.Contains(address) ? "NAT64"
            : IsIsatap(bits) ? "ISATAP"
            : null;
        if (form is null)
        {
            return null;
        }

        var inner = new IPAddress(bits.AsSpan(12, 4));
        return In(V4, inner) is { } reason ? $"{form} {inner}, {reason}" : null;
    }

    private static bool IsIsatap(byte[] bits) => (bits[8] & 0xFD) == 0 && bits[9] == 0 && bits[10] == 0x5E && bits[11] == 0xFE;

    private static bool IsKnown(IPAddress address) => Global.Contains(address) || Mapped.Contains(address) || Nat64.Contains(address);
}
