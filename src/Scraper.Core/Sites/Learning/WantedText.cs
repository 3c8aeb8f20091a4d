using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>Finds a known text among the blocks of a page, however the page cuts it into blocks.</summary>
internal static class WantedText
{
    /// <summary>Fewest words of a block that is known by itself; a shorter one must stand beside one that is.</summary>
    private const int Telling = 4;

    /// <summary>Which blocks are part of the text.</summary>
    public static bool[] Find(IReadOnlyList<Block> blocks, string wanted)
    {
        var text = Folded(wanted);
        var words = blocks.Select(b => Folded(b.Text)).ToArray();
        var found = new bool[blocks.Count];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = words[i].Count(c => c == ' ') > Telling && (text.Contains(words[i], StringComparison.Ordinal) || HasInside(words[i], text));
        }

        // Short lines, and a few of them in a row, belong to it where its long ones stand on both sides.
        for (var i = 0; i < found.Length; i++)
        {
            if (!found[i] && words[i].Length > 2 && text.Contains(words[i], StringComparison.Ordinal) && Near(found, i, -1) && (Near(found, i, 1) || text.EndsWith(words[i], StringComparison.Ordinal)))
            {
                found[i] = true;
            }
        }

        return found;
    }

    /// <summary>Whether a block is little more than the text: a passage that was given to point at the article.</summary>
    private static bool HasInside(string block, string text) => text.Length > 40 && block.Contains(text, StringComparison.Ordinal);

    private static bool Near(bool[] found, int index, int step)
    {
        for (var (i, left) = (index + step, 4); i >= 0 && i < found.Length && left > 0; i += step, left--)
        {
            if (found[i])
            {
                return true;
            }
        }

        return false;
    }

    private static string Folded(string text) => $" {string.Join(' ', Words.Of(text))} ";
}
