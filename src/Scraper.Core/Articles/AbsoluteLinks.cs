using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Articles;

/// <summary>Makes the links absolute that would lead elsewhere if they were relative to the article's own address.</summary>
internal static class AbsoluteLinks
{
    /// <summary>The blocks, those of the text with such links.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="article">The article's own address, or empty.</param>
    /// <param name="relativeTo">What links of the page are relative to, or <see langword="null"/>.</param>
    public static IReadOnlyList<LabelledBlock> In(IReadOnlyList<LabelledBlock> blocks, string article, Uri? relativeTo) =>
        relativeTo is null || (UrlText.TryRead(article, out var own) && new Uri(own, ".") == new Uri(relativeTo, "."))
            ? blocks
            : [.. blocks.Select(b => b.Verdict.IsText ? b with { Block = In(b.Block, relativeTo.AbsoluteUri) } : b)];

    private static Block In(Block block, string relativeTo) => block.Kind == BlockKind.Embed
        ? block with { Text = LinkTarget.Of(relativeTo, block.Text) ?? block.Text }
        : block.Inlines.Any(i => i.Kind == InlineKind.Link)
            ? block with { Inlines = [.. block.Inlines.Select(i => i.Kind == InlineKind.Link ? i with { Target = LinkTarget.Of(relativeTo, i.Target) ?? i.Target } : i)] }
            : block;
}
