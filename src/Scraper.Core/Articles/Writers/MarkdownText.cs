using System.Buffers;
using System.Text;

namespace Scraper.Core.Articles;

/// <summary>Text as CommonMark writes it.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> OfEntities = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private const string Special = "\\`*_[]<>#|~";

    /// <summary>Plain text with what has a meaning in Markdown escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Special.Contains(text[i]) || (text[i] == '&' && IsEntity(text.AsSpan(i))))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A paragraph whose beginning would open a list: "1. ", "- ".</summary>
    public static string EscapeStart(string paragraph)
    {
        var digits = paragraph.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return paragraph.Length > 1 && paragraph[0] is '-' or '+' && paragraph[1] is ' ' ? $"\\{paragraph}"
            : digits is > 0 and < 10 && digits + 1 < paragraph.Length && paragraph[digits] is '.' or ')' && paragraph[digits + 1] == ' ' ? paragraph.Insert(digits, "\\")
            : paragraph;
    }

    /// <summary>A code span; nothing is escaped in it, so its fence must be longer than any in it.</summary>
    public static string Code(string code)
    {
        var fence = Fence(code, "`");
        return code.Length > 0 && (code[0] == '`' || code[^1] == '`') ? $"{fence} {code} {fence}" : $"{fence}{code}{fence}";
    }

    /// <summary>The shortest run of backticks, no shorter than a given one, that a code does not hold.</summary>
    public static string Fence(string code, string shortest)
    {
        while (code.Contains(shortest, StringComparison.Ordinal))
        {
            shortest += "`";
        }

        return shortest;
    }

    /// <summary>An address between angle brackets, which must hold none, and no line end.</summary>
    public static string Target(string address) =>
        $"<{new string([.. address.Where(c => c is not ('<' or '>') && !char.IsControl(c))])}>";

    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        return end > 1 && text[1..end].IndexOfAnyExcept(OfEntities) < 0;
    }
}
