using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Articles;

/// <summary>Puts marks around the inline runs of a block's text.</summary>
internal static class InlineMarkup
{
    /// <summary>Renders a text: plain runs escaped, marked runs between what <paramref name="open"/> and <paramref name="close"/> give.</summary>
    /// <param name="block">The block.</param>
    /// <param name="escape">Escapes plain text.</param>
    /// <param name="open">The mark before a run.</param>
    /// <param name="close">The mark after it.</param>
    public static string Render(Block block, Func<string, string> escape, Func<Inline, string> open, Func<Inline, string> close)
    {
        var output = new StringBuilder(block.Text.Length + 64);
        var ends = new Stack<Inline>();
        var at = 0;
        foreach (var inline in block.Inlines.OrderBy(i => i.Start).ThenByDescending(i => i.Length))
        {
            CloseBefore(inline.Start);
            if (ends.TryPeek(out var outer) && inline.Start + inline.Length > outer.Start + outer.Length)
            {
                continue; // overlaps without nesting: the outer mark is kept
            }

            Copy(inline.Start);
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
}
