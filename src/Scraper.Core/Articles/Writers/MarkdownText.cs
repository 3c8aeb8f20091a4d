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

    /// <summary>A paragraph whose lines would open a list ("1. ", "- "), rule it off ("---") or make a heading of it ("===").</summary>
    public static string EscapeStarts(string paragraph) => string.Join('\n', paragraph.Split('\n').Select(EscapeStart));

    private static string EscapeStart(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return line.Length > 0 && line[0] is '-' or '+' or '=' && (line.Length == 1 || line[1] == ' ' || !line.AsSpan().ContainsAnyExcept(line[0], ' ')) ? $"\\{line}"
            : digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] == ' ') ? line.Insert(digits, "\\")
            : line;
    }

    /// <summary>A code span; nothing is escaped in it, so its fence must be longer than any in it.</summary>
    public static string Code(string code)
    {
        var fence = Fence(code, "`");
        return code.Length > 0 && (code[0] == '`' || code[^1] == '`') ? $"{fence} {code} {fence}" : $"{fence}{code}{fence}";
    }

    /// <summary>A run of backticks, no shorter than a given one, that is longer than any in a code.</summary>
    public static string Fence(string code, string shortest)
    {
        var (longest, run) = (0, 0);
        foreach (var c in code)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest < shortest.Length ? shortest : new string('`', longest + 1);
    }

    /// <summary>An address between angle brackets, which must hold none, and no line end.</summary>
    public static string Target(string address) =>
        $"<{new string([.. address.Where(c => !char.IsControl(c))]).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";

    private static bool IsEntity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 34)].IndexOf(';');
        return end > 1 && text[1..end].IndexOfAnyExcept(OfEntities) < 0;
    }
}
