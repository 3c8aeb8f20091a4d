using System.Net;
using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>The text of small elements as evidence: one space where a child element ends, white space collapsed.</summary>
internal static class EvidenceText
{
    private static readonly TagMap<bool> Blocks = new(static name => name is not ("a" or "abbr" or "b" or "bdi" or "bdo" or "cite" or "code" or "em" or "font" or "i" or "img" or "ins" or "mark" or "q" or "s" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u" or "wbr" or "data" or "label" or "button" or "picture" or "source" or "address"));

    /// <summary>The text of an element, read only so far that it is known to be longer than asked; marked elements hold lists of names.</summary>
    public static string Of(HtmlElement element, int longest)
    {
        if (element.ChildSpan is [HtmlText only])
        {
            return string.Concat(only.Text.Span[..Math.Min(only.Text.Length, longest + 1)], IsBlock(element) ? "\n" : "");
        }

        var text = new StringBuilder();
        var open = new Stack<(HtmlElement Element, int Next)>();
        open.Push((element, 0));
        while (text.Length <= longest && open.TryPop(out var level))
        {
            var children = level.Element.ChildSpan;
            var i = level.Next;
            for (; i < children.Length; i++)
            {
                if (children[i] is HtmlText run)
                {
                    _ = text.Length > 0 && IsGlued(text[^1], run.Text.Span) ? text.Append(' ') : text;
                    text.Append(run.Text.Span[..Math.Min(run.Text.Length, longest + 1)]);
                }
                else if (children[i] is HtmlElement { Name: not ("script" or "style" or "svg" or "template") } child)
                {
                    open.Push((level.Element, i + 1));
                    open.Push((child, 0));
                    if (IsBlock(child))
                    {
                        text.Append('\n');
                    }

                    break;
                }
            }

            if (i == children.Length && IsBlock(level.Element))
            {
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>"ByJane DoeMarch 3": elements that only styles keep apart.</summary>
    public static bool IsGlued(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => before.Length > 0 && IsGlued(before[^1], after);

    /// <summary>Whether an element parts the text before it from its own.</summary>
    public static bool IsBlock(HtmlElement element) => Blocks[element];

    /// <summary>White space collapsed to single spaces; a line break stays one.</summary>
    public static string Collapse(string text)
    {
        var collapsed = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        collapsed = collapsed[..Collapse(text, collapsed)];
        return collapsed.Length == text.Length && collapsed.SequenceEqual(text) ? text : collapsed.ToString();
    }

    /// <summary>The same into a buffer at least as long as the text, which may be the text's own.</summary>
    /// <returns>How much of the buffer was filled.</returns>
    public static int Collapse(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        var gap = '\0';
        foreach (var c in text)
        {
            // Most are plain letters, of which nothing need be asked.
            if (c is <= ' ' or >= '\u007f')
            {
                if (IsInvisible(c))
                {
                    continue;
                }

                // What commands a terminal parts words.
                if (char.IsWhiteSpace(c) || char.IsControl(c))
                {
                    gap = c == '\n' || gap == '\n' ? '\n' : ' ';
                    continue;
                }
            }

            if (gap != '\0' && length > 0)
            {
                into[length++] = gap;
            }

            gap = '\0';
            into[length++] = c;
        }

        return length;
    }

    /// <summary>Entities resolved, twice where a system has escaped what was escaped.</summary>
    public static string Decode(string text)
    {
        for (var round = 0; round < 2 && text.Contains('&', StringComparison.Ordinal); round++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return text;
    }

    /// <summary>Whether a text is long enough to be a headline; scripts that write more with less need fewer characters.</summary>
    public static bool MayBeHeadline(string text) => text.Length > (Ascii.IsValid(text) ? 12 : 5);

    // Soft hyphens and places to break a word, which nobody sees.
    private static bool IsInvisible(char c) => c >= '\u00AD' && c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF';

    private static bool IsGlued(char before, ReadOnlySpan<char> after) =>
        after.Length > 0 && char.IsLower(before) && (char.IsUpper(after[0]) || char.IsDigit(after[0]));
}
