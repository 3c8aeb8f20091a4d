using Scraper.Core.Blocks;

namespace Scraper.Core.Templates;

/// <summary>Where a page's text begins and ends: there stand welcomes, biographies, notes and calls to follow.</summary>
internal static class TextEdges
{
    /// <summary>Blocks at the beginning and at the end.</summary>
    private const int Head = 1, Tail = 3;

    /// <summary>Fewest blocks of a text whose edges are told from its middle.</summary>
    private const int LeastText = 6;

    /// <summary>The indices of the blocks at the edges of a text; none of a short one.</summary>
    /// <param name="text">The blocks of the text, in the order of the page.</param>
    public static IReadOnlySet<int> Of(IEnumerable<Block> text)
    {
        var indices = text.Where(b => b.Kind != BlockKind.Embed).Select(b => b.Index).ToList();
        return indices.Count < LeastText ? new HashSet<int>() : indices.Take(Head).Concat(indices.TakeLast(Tail)).ToHashSet();
    }
}
