using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>Decides the page's language: the <c>html</c> element, then metas, then JSON-LD.</summary>
internal static class LanguageField
{
    public static string? Resolve(string? htmlLang, PageEvidence evidence, string? declared = null)
    {
        foreach (var tag in (ReadOnlySpan<string?>)[htmlLang, evidence.Meta("content-language"), evidence.Meta("og:locale"), evidence.Meta("inlanguage", "dc.language", "dcterms.language", "language"), declared])
        {
            if (Normalize(tag) is { } language)
            {
                return language;
            }
        }

        return null;
    }

    /// <summary>A language tag in the case of BCP 47 (RFC 5646, section 2.1.1), or <see langword="null"/> if it is none.</summary>
    public static string? Normalize(string? tag)
    {
        var parts = tag?.Split(',', ';', ' ')[0].Trim().Split('-', '_', '.') ?? [];
        if (parts.Length == 0 || parts[0].Length is < 2 or > 3 || !parts[0].All(char.IsAsciiLetter))
        {
            return null;
        }

        var normal = new List<string> { parts[0].ToLowerInvariant() };
        foreach (var part in parts.Skip(1).Take(3))
        {
            if (part.Length == 4 && part.All(char.IsAsciiLetter))
            {
                normal.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(part.ToLowerInvariant()));
            }
            else if ((part.Length == 2 && part.All(char.IsAsciiLetter)) || (part.Length == 3 && part.All(char.IsAsciiDigit)))
            {
                normal.Add(part.ToUpperInvariant());
            }
        }

        return string.Join('-', normal);
    }
}
