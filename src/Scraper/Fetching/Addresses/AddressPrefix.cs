using System.Globalization;
using System.Net;

namespace Scraper.Fetching.Addresses;

/// <summary>
/// A range of addresses by its leading bits. <see cref="IPNetwork"/> is not used: it folds IPv4-mapped addresses into IPv4, so
/// that <c>::ffff:0:0/96</c> contains none of its own addresses.
/// </summary>
internal readonly struct AddressPrefix
{
    private readonly byte[] bits;
    private readonly int length;
    private readonly string text;

    private AddressPrefix(byte[] bits, int length, string text) => (this.bits, this.length, this.text) = (bits, length, text);

    /// <summary>Reads <c>address/length</c>.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static AddressPrefix Parse(string text) =>
        TryParse(text, out var prefix) ? prefix : throw new FormatException($"'{text}' is no range such as 10.1.2.0/24");

    /// <summary>Reads <c>address/length</c>, where it is that.</summary>
    public static bool TryParse(string text, out AddressPrefix prefix)
    {
        prefix = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !IPAddress.TryParse(text.AsSpan(0, slash), out var address) || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return false;
        }

        var bits = address.GetAddressBytes();
        if (length > bits.Length * 8)
        {
            return false;
        }

        prefix = new AddressPrefix(bits, length, text);
        return true;
    }

    /// <summary>Whether an address of the same family, given by its octets, lies in the range.</summary>
    public bool Contains(ReadOnlySpan<byte> address)
    {
        var whole = length / 8;
        if (bits is null || address.Length != bits.Length || !address[..whole].SequenceEqual(bits.AsSpan(0, whole)))
        {
            return false;
        }

        var rest = length % 8;
        return rest == 0 || (address[whole] ^ bits[whole]) >> (8 - rest) == 0;
    }

    /// <inheritdoc/>
    public override string ToString() => text;
}
