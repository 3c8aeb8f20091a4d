using System.Collections.Frozen;
using Scraper.Core.Yaml;

namespace Scraper.Core.Decoding;

/// <summary>The single-byte encodings of the standard that .NET lacks.</summary>
internal static class SingleByteTable
{
    private static readonly Lazy<FrozenDictionary<string, string>> Tables = new(() => EmbeddedYaml.Entries("Decoding/singlebyte.yaml")
        .ToFrozenDictionary(pair => pair.Key.Value, pair => EmbeddedYaml.Text(pair.Value), StringComparer.Ordinal));

    public static bool Has(string name) => name is "x-user-defined" || Tables.Value.ContainsKey(name);

    public static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        var upper = Tables.Value.GetValueOrDefault(name);
        var text = new char[bytes.Length];
        for (var i = 0; i < text.Length; i++)
        {
            // x-user-defined: bytes 80-FF are U+F780-U+F7FF (Encoding Standard, section 14.5).
            text[i] = bytes[i] < 0x80 ? (char)bytes[i]
                : upper is null ? (char)(0xF700 + bytes[i])
                : bytes[i] < 0xA0 ? (char)bytes[i]
                : upper[bytes[i] - 0xA0];
        }

        return new string(text);
    }
}
