using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>Puts marks around the inline runs of a block's text.</summary>
internal static class InlineMarkup
{
    /// <summary>Renders a text: plain runs escaped, marked runs between what <paramref name="open"/> and <paramref name="close"/> give.</summary>
    /// <param name="block">The block.</param>
    /// <param name="escape">Escapes plain text.</param>
    /// <param name="literal">Writes the text of a run of code or a formula whole, with its marks.</param>
    /// <param name="open">The mark before any other run.</param>
    /// <param name="close">The mark after it.</param>
    public static string Render(Block block, Func<string, string> escape, Func<InlineKind, string, string> literal, Func<Inline, string> open, Func<Inline, string> close)
    {
        var output = new StringBuilder(block.Text.Length + 64);
        var ends = new Stack<Inline>();
        var at = 0;
        foreach (var inline in block.Inlines.Select(i => Trim(i, block.Text)).Where(i => i.Length > 0).OrderBy(i => i.Start).ThenByDescending(i => i.Length))
        {
            CloseBefore(inline.Start);
            if (inline.Start < at || (ends.TryPeek(out var outer) && inline.Start + inline.Length > outer.Start + outer.Length))
            {
                continue; // inside code or a formula, or overlaps without nesting: the outer mark is kept
            }

            Copy(inline.Start);
            if (inline.Kind is InlineKind.Code or InlineKind.Formula or InlineKind.DisplayFormula)
            {
                output.Append(literal(inline.Kind, block.Text.Substring(inline.Start, inline.Length)));
                at = inline.Start + inline.Length;
                continue;
            }

            output.Append(open(inline));
            ends.Push(inline);
        }

        CloseBefore(int.MaxValue);
        Copy(block.Text.Length);
        return output.ToString();

        void Copy(int to)
        {
            output.Append(escape(block.Text[at..to]));
            at = to;
        }

        void CloseBefore(int start)
        {
            while (ends.TryPeek(out var inner) && inner.Start + inner.Length <= start)
            {
                Copy(inner.Start + inner.Length);
                output.Append(close(ends.Pop()));
            }
        }
    }

    // "<b>Rain </b>fell": CommonMark has no marks beside white space.
    private static Inline Trim(Inline inline, string text)
    {
        var (start, end) = (inline.Start, Math.Min(text.Length, inline.Start + inline.Length));
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return inline with { Start = start, Length = end - start };
    }
}
