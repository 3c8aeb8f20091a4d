using System.Globalization;
using System.Text;

namespace Scraper.Storage.Exports;

/// <summary>Texts as YAML scalars in double quotes. Not as JSON strings: those write an emoji as two escapes, which YAML takes for two broken characters.</summary>
internal static class FrontMatterText
{
    /// <summary>The text in quotes; half a surrogate pair becomes U+FFFD.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                _ when Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF =>
                    quoted.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }
}
