using System.Globalization;
using System.Text;

namespace Scraper.Core.Sites;

/// <summary>Writes a text as a YAML scalar.</summary>
internal static class YamlQuote
{
    /// <summary>Plain where that is safe, in single quotes elsewhere, in double quotes where control characters must be escaped.</summary>
    public static string Text(string text)
    {
        if (text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c)))
        {
            return Escaped(text);
        }

        var isPlain = text.Length > 0
            && (char.IsAsciiLetter(text[0]) || text[0] == '.')
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or '+' or '=')
            && text is not ("true" or "false" or "null" or "yes" or "no");
        return isPlain ? text : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static string Escaped(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\t' => quoted.Append("\\t"),
                '\n' => quoted.Append("\\n"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
