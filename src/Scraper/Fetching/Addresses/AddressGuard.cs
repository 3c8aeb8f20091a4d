using System.Net;
using System.Net.Sockets;

namespace Scraper.Fetching.Addresses;

/// <summary>
/// Says whether an IP address is one of the public internet. What stands in the IANA special-purpose registries is not, but for
/// the networks of AS112 and AMT, which they mark globally reachable, and an IPv6 address that carries an IPv4 one (mapped, compatible, translated, NAT64, ISATAP) is as public as what it carries;
/// 6to4 and Teredo are refused whole, because both are dead and only useful to get around such a check.
/// </summary>
internal static class AddressGuard
{
    private static readonly (AddressPrefix Network, string Reason)[] V4 =
    [
        (AddressPrefix.Parse("0.0.0.0/8"), "this network"),
        (AddressPrefix.Parse("10.0.0.0/8"), "private"),
        (AddressPrefix.Parse("100.64.0.0/10"), "shared address space (CGNAT)"),
        (AddressPrefix.Parse("127.0.0.0/8"), "loopback"),
        (AddressPrefix.Parse("169.254.0.0/16"), "link-local"),
        (AddressPrefix.Parse("172.16.0.0/12"), "private"),
        (AddressPrefix.Parse("192.0.0.0/24"), "IETF protocol assignments"),
        (AddressPrefix.Parse("192.0.2.0/24"), "documentation"),
        (AddressPrefix.Parse("192.88.99.0/24"), "6to4 relay"),
        (AddressPrefix.Parse("192.168.0.0/16"), "private"),
        (AddressPrefix.Parse("198.18.0.0/15"), "benchmarking"),
        (AddressPrefix.Parse("198.51.100.0/24"), "documentation"),
        (AddressPrefix.Parse("203.0.113.0/24"), "documentation"),
        (AddressPrefix.Parse("224.0.0.0/4"), "multicast"),
        (AddressPrefix.Parse("240.0.0.0/4"), "reserved"),
    ];

    private static readonly (AddressPrefix Network, string Reason)[] V6 =
    [
        (AddressPrefix.Parse("::/128"), "unspecified"),
        (AddressPrefix.Parse("::1/128"), "loopback"),
        (AddressPrefix.Parse("64:ff9b:1::/48"), "local-use NAT64"),
        (AddressPrefix.Parse("100::/64"), "discard-only"),
        (AddressPrefix.Parse("2001::/23"), "IETF protocol assignments, Teredo among them"),
        (AddressPrefix.Parse("2001:db8::/32"), "documentation"),
        (AddressPrefix.Parse("2002::/16"), "6to4"),
        (AddressPrefix.Parse("3fff::/20"), "documentation"),
        (AddressPrefix.Parse("5f00::/16"), "segment routing"),
        (AddressPrefix.Parse("fc00::/7"), "unique local"),
        (AddressPrefix.Parse("fe80::/10"), "link-local"),
        (AddressPrefix.Parse("fec0::/10"), "site-local"),
        (AddressPrefix.Parse("ff00::/8"), "multicast"),
    ];

    private static readonly AddressPrefix Global = AddressPrefix.Parse("2000::/3");
    private static readonly AddressPrefix Nat64 = AddressPrefix.Parse("64:ff9b::/96");
    private static readonly AddressPrefix Mapped = AddressPrefix.Parse("::ffff:0:0/96");
    private static readonly AddressPrefix Translated = AddressPrefix.Parse("::ffff:0:0:0/96");
    private static readonly AddressPrefix Compatible = AddressPrefix.Parse("::/96");

    /// <summary>Why an address may not be dialled, or <see langword="null"/> where it is public.</summary>
    /// <param name="address">The address about to be dialled.</param>
    public static string? ReasonToRefuse(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return In(V4, address.GetAddressBytes());
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return "neither IPv4 nor IPv6";
        }

        // A zone id is about a link of this machine; the bits alone decide.
        var bits = address.GetAddressBytes();
        return In(V6, bits) ?? Carried(bits) ?? (IsKnown(bits) ? null : "outside the global unicast range");
    }

    private static string? In((AddressPrefix Network, string Reason)[] table, ReadOnlySpan<byte> bits)
    {
        foreach (var (network, reason) in table)
        {
            if (network.Contains(bits))
            {
                return $"{reason} ({network})";
            }
        }

        return null;
    }

    private static string? Carried(byte[] bits)
    {
        var form = Mapped.Contains(bits) ? "IPv4-mapped"
            : Translated.Contains(bits) ? "IPv4-translated"
            : Compatible.Contains(bits) ? "IPv4-compatible"
            : Nat64.Contains(bits) ? "NAT64"
            : IsIsatap(bits) ? "ISATAP"
            : null;
        if (form is null)
        {
            return null;
        }

        var inner = bits.AsSpan(12, 4);
        return In(V4, inner) is { } reason ? $"{form} {new IPAddress(inner)}, {reason}" : null;
    }

    private static bool IsIsatap(byte[] bits) => (bits[8] & 0xFD) == 0 && bits[9] == 0 && bits[10] == 0x5E && bits[11] == 0xFE;

    private static bool IsKnown(byte[] bits) => Global.Contains(bits) || Mapped.Contains(bits) || Nat64.Contains(bits);
}
