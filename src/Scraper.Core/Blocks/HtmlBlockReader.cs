namespace Scraper.Core.Blocks;

/// <summary>Reads a page's tree into blocks.</summary>
public static class HtmlBlockReader
{
    /// <summary>Text shorter than this (UTF-16 code units) makes a page that needs what its <c>noscript</c> holds.</summary>
    private const int ScantText = 400;

    /// <summary>
    /// Reads every text of the page once, in page order, in one walk. Scripts, styles, inert templates and form
    /// controls are no blocks; elements hidden by markup are (whether they are the article is for a labeller to say).
    /// <c>noscript</c> is read only where the page has next to no text outside it.
    /// </summary>
    /// <param name="tree">The parsed page.</param>
    public static BlockDocument Read(HtmlTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var walk = new BlockWalk(readsNoScript: false);
        walk.Run(tree.Root);
        if (walk.HasNoScript && walk.TextLength < ScantText)
        {
            var whole = new BlockWalk(readsNoScript: true);
            whole.Run(tree.Root);
            if (whole.TextLength > 2 * walk.TextLength)
            {
                walk = whole;
            }
        }

        return new BlockDocument(walk.Blocks, tree) { Outline = walk.Outline };
    }
}
