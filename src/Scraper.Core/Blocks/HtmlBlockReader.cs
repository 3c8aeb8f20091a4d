namespace Scraper.Core.Blocks;

/// <summary>Reads a page's tree into blocks.</summary>
public static class HtmlBlockReader
{
    /// <summary>Text shorter than this (UTF-16 code units) makes a page that needs what its <c>noscript</c> holds.</summary>
    private const int ScantText = 400;

    /// <summary>With less prose than this (UTF-16 code units) the page's data is searched for more.</summary>
    private const int LittleProse = 1500;

    /// <summary>And with less text than this in all, any long text of its hydration state is taken, not only <c>articleBody</c>.</summary>
    private const int LittleText = 2500;

    /// <summary>Share of a text that another must have to say about the same.</summary>
    private const double AboutTheSame = 0.8;

    /// <summary>
    /// Reads every text of the page once, in page order, in one walk. Scripts, styles, inert templates and form
    /// controls are no blocks; elements hidden by markup are (whether they are the article is for a labeller to say).
    /// Of a page with more than 50,000 blocks the rest is left unread.
    /// <c>noscript</c> is read only where the page has next to no text outside it.
    /// Where the page's data (JSON-LD, hydration state) holds at least three times the prose that its markup shows, the
    /// blocks of that text follow those of the page.
    /// </summary>
    /// <param name="tree">The parsed page.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BlockDocument Read(HtmlTree tree, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Read(tree, needsData: false, cancellationToken);
    }

    /// <summary>Reads as <see cref="Read(HtmlTree, CancellationToken)"/> does; where <paramref name="needsData"/> says so, an <c>articleBody</c> of the page's data is read however much else the page shows.</summary>
    internal static BlockDocument Read(HtmlTree tree, bool needsData, CancellationToken cancellationToken)
    {
        var walk = new BlockWalk(tree.Values, tree.Elements, readsNoScript: false, cancellationToken);
        walk.Run(tree.Root);
        if (walk.HasNoScript && walk.TextLength < ScantText)
        {
            var whole = new BlockWalk(tree.Values, tree.Elements, readsNoScript: true, cancellationToken);
            whole.Run(tree.Root);
            if (whole.TextLength > 2 * walk.TextLength)
            {
                walk = whole;
            }
        }

        var prose = Prose(walk);
        if ((needsData || prose < LittleProse) && Data(walk, needsData, prose, cancellationToken) is { } text)
        {
            walk.Outline.FirstDataBlock = walk.Blocks.Count;
            walk.Append(text);
        }

        return new BlockDocument(walk.Blocks, tree) { Outline = walk.Outline, IsTruncated = tree.IsTruncated || walk.IsFull };
    }

    /// <summary>The article that the page's data holds; an editor's blocks are believed before plain text that says about the same, for they know headings and lists.</summary>
    private static string? Data(BlockWalk walk, bool needsData, int prose, CancellationToken cancellationToken)
    {
        var isBare = walk.TextLength <= LittleText;
        var body = DataText.Find(walk.Outline.Data, needsData ? 0 : prose * 3, bodyOnly: needsData || !isBare);
        var state = needsData ? null : StateText.Find(walk.Outline, prose * 3, isBare, cancellationToken);
        return body is null || (state is not null && DataMarkup.Measure(state).Length > AboutTheSame * DataMarkup.Measure(body).Length) ? state : body;
    }

    /// <summary>UTF-16 code units in blocks that are long and no lists of links.</summary>
    private static int Prose(BlockWalk walk)
    {
        var sum = 0;
        for (var i = 0; i < walk.Blocks.Count; i++)
        {
            var length = walk.Blocks[i].Text.Length;
            sum += length >= 80 && walk.Outline.Origins[i].LinkLength * 3 < length ? length : 0;
        }

        return sum;
    }
}
