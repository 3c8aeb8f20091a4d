using System.Collections.Frozen;
using Scraper.Core.Yaml;

namespace Scraper.Core.Decoding;

/// <summary>The labels of the WHATWG Encoding Standard (section 4.2).</summary>
public static class EncodingLabels
{
    private static readonly Lazy<FrozenDictionary<string, string>> Names = new(() => EmbeddedYaml.Entries("Decoding/labels.yaml")
        .SelectMany(pair => EmbeddedYaml.Texts(pair.Value).Select(label => (label, name: pair.Key.Value)))
        .ToFrozenDictionary(pair => pair.label, pair => pair.name, StringComparer.OrdinalIgnoreCase));

    /// <summary>All labels with the encoding each names.</summary>
    public static IReadOnlyDictionary<string, string> All => Names.Value;

    /// <summary>The encoding that a label names, or <see langword="null"/>.</summary>
    /// <param name="label">As a header or page writes it: any case, white space and quotes around it do not count.</param>
    public static string? Find(string? label)
    {
        if (label is null)
        {
            return null;
        }

        // What nearly every page says needs no table.
        var trimmed = label.Trim(" \t\r\n\f\"'".ToCharArray());
        return trimmed.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? "utf-8" : Names.Value.GetValueOrDefault(trimmed);
    }
}
