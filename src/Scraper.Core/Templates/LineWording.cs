using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Templates;

/// <summary>The part of a line's wording that stays the same when a site says it of another article or another author.</summary>
internal static class LineWording
{
    /// <summary>Words of an opening or a closing, and fewest words of a line that has either.</summary>
    private const int Words = 3, LeastWords = 4;

    /// <summary>Longest line, in UTF-16 code units, that leads elsewhere.</summary>
    private const int LongestFramed = 300;

    /// <summary>Fewest letters or digits of a frame.</summary>
    private const int LeastFrame = 3;

    /// <summary>The line's words around its links, where the links are most of it; else 0.</summary>
    public static ulong Frame(Block block)
    {
        if (block.Text.Length > LongestFramed)
        {
            return 0;
        }

        var (at, linked) = (0, 0);
        var around = new StringBuilder();
        foreach (var link in block.Inlines)
        {
            if (link.Kind == InlineKind.Link && link.Start >= at && link.Start + link.Length <= block.Text.Length)
            {
                around.Append(block.Text, at, link.Start - at);
                at = link.Start + link.Length;
                linked += link.Length;
            }
        }

        around.Append(block.Text, at, block.Text.Length - at);
        var frame = around.ToString();
        return linked * 2 >= block.Text.Length && frame.Count(char.IsLetterOrDigit) >= LeastFrame ? TextKey.Of(frame) : 0;
    }

    /// <summary>The line's first words; 0 where it has too few.</summary>
    public static ulong Opening(ReadOnlySpan<char> text) => Edge(text, fromEnd: false);

    /// <summary>The line's last words; 0 where it has too few.</summary>
    public static ulong Closing(ReadOnlySpan<char> text) => Edge(text, fromEnd: true);

    private static ulong Edge(ReadOnlySpan<char> text, bool fromEnd)
    {
        var (words, cut, inWord) = (0, -1, false);
        for (var step = 0; step < text.Length; step++)
        {
            var i = fromEnd ? text.Length - 1 - step : step;
            var isSpace = char.IsWhiteSpace(text[i]);
            words += !isSpace && !inWord ? 1 : 0;
            cut = cut < 0 && words == Words && isSpace ? i : cut;
            inWord = !isSpace;
            if (words == LeastWords)
            {
                return TextKey.Of(fromEnd ? text[cut..] : text[..cut]);
            }
        }

        return 0;
    }
}
