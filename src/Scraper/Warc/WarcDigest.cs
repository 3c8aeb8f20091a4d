using System.Security.Cryptography;
using System.Text;

namespace Scraper.Warc;

/// <summary>Labelled digests such as <c>sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A</c> (ISO 28500, 5.8): Base32 as everyone writes them, hexadecimal as some do.</summary>
internal static class WarcDigest
{
#pragma warning disable CA5350, CA5351 // What the format names; against accidents, not attackers.
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The digest that we write: SHA-1 in Base32, the one that every tool knows. It guards against accidents only.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"sha1:{Encode(SHA1.HashData(bytes))}";

    /// <summary>Whether bytes are what a digest says; <see langword="null"/> where there is none or it is of an unknown kind.</summary>
    public static bool? Fits(string? digest, ReadOnlySpan<byte> bytes)
    {
        var colon = digest?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon <= 0)
        {
            return null;
        }

        byte[]? hash = digest![..colon].ToUpperInvariant() switch
        {
            "SHA1" or "SHA-1" => SHA1.HashData(bytes),
            "SHA256" or "SHA-256" => SHA256.HashData(bytes),
            "SHA512" or "SHA-512" => SHA512.HashData(bytes),
            "MD5" => MD5.HashData(bytes),
            _ => null,
        };
        var value = digest[(colon + 1)..].Trim();
        return hash is null ? null
            : value.TrimEnd('=').Equals(Encode(hash), StringComparison.OrdinalIgnoreCase) || value.Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase);
    }

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, count) = (((bits << 8) | value) & 0xFFFF, count + 8);
            for (; count >= 5; count -= 5)
            {
                text.Append(Base32[(bits >> (count - 5)) & 31]);
            }
        }

        return count == 0 ? text.ToString() : text.Append(Base32[(bits << (5 - count)) & 31]).ToString();
    }
}
