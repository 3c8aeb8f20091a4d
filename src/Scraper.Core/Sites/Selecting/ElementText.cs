using System.Collections.Frozen;
using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Sites;

/// <summary>An element's text as a field's value: one line, a space wherever the page breaks the line.</summary>
internal static class ElementText
{
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]);

    public static string Of(HtmlElement element)
    {
        var text = new StringBuilder();
        var open = new Stack<(HtmlElement Element, int Next)>();
        open.Push((element, 0));
        while (open.TryPop(out var level))
        {
            var children = level.Element.ChildSpan;
            var i = level.Next;
            while (i < children.Length && children[i] is HtmlText run)
            {
                text.Append(run.Text.Span);
                i++;
            }

            if (i == children.Length)
            {
                Break(level.Element);
            }
            else
            {
                var child = (HtmlElement)children[i];
                open.Push((level.Element, i + 1));
                if (child.Name is not ("script" or "style" or "template"))
                {
                    Break(child);
                    open.Push((child, 0));
                }
            }
        }

        return Fold(text.ToString());

        void Break(HtmlElement at)
        {
            if (!Inline.Contains(at.Name))
            {
                text.Append(' ');
            }
        }
    }

    /// <summary>Folds runs of white space, no-break spaces included, to one space and trims the ends.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
