using System.Buffers;

namespace Scraper.Core.Blocks;

/// <summary>Large initials that stand in an element of their own and belong to the word after them.</summary>
internal static class DropCap
{
    private const int LongestWord = 15;

    private static readonly SearchValues<string> DropCaps = SearchValues.Create(["dropcap", "drop-cap", "drop_cap"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the element says it is a drop cap and the text is one capital, a quotation mark before it allowed.</summary>
    public static bool Is(ReadOnlySpan<char> text, HtmlElement element)
    {
        if (text.Length is 0 or > 2 || !char.IsUpper(text[^1]) || (text.Length == 2 && char.IsLetterOrDigit(text[0])))
        {
            return false;
        }

        return element.Attributes.Find(AttributeKind.Class) is { } classes
            && (classes.Span.Contains("drop", StringComparison.OrdinalIgnoreCase)
                || classes.Span.Contains("initial", StringComparison.OrdinalIgnoreCase)
                || classes.Span.Contains("first-letter", StringComparison.OrdinalIgnoreCase)
                || classes.Span.Contains("firstletter", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the element, a block of its own, says it is a drop cap and the text is one word.</summary>
    public static bool IsFirstWord(string text, HtmlElement element) =>
        text.Length is > 1 and <= LongestWord && char.IsUpper(text[0]) && text.All(c => char.IsLetter(c) || c is '\'' or '’')
        && element.Attributes.Find(AttributeKind.Class) is { } classes && classes.Span.ContainsAny(DropCaps);

    /// <summary>The text that the initial or first word begins.</summary>
    public static string Join(string initial, string rest) => initial.Count(char.IsLetter) > 1 ? $"{initial} {rest}" : initial + rest;

    /// <summary>Whether the initial may be a word by itself, so that white space after it means something: "A lighthouse", "Я помню".</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => "AEIOUYÀÁÈÉÌÍÒÓÙÚАВИКОСУЯΗΟ".Contains(text[^1], StringComparison.Ordinal);

    /// <summary>Whether a block goes on with the word that the initial began.</summary>
    public static bool Joins(string initial, BlockKind kind, string rest) =>
        kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.ListItem && rest.Length > 20
        && (char.IsLower(rest[0]) || (char.IsUpper(rest[0]) && !char.IsLower(rest[1]) && char.IsUpper(initial[^1])));

    /// <summary>The spans of a text that something was put before.</summary>
    public static IReadOnlyList<Inline> Shift(IReadOnlyList<Inline> inlines, int by) => [.. inlines.Select(i => i with { Start = i.Start + by })];
}
