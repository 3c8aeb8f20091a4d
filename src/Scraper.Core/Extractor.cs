using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;

namespace Scraper.Core;

/// <summary>
/// The pure part of the route: blocks → label → article. The order of the labellers is written here and nowhere else.
/// Same input, same output; one instance serves any number of threads.
/// </summary>
public sealed class Extractor
{
    private readonly PatternLabeller _patterns = new(MarkerSet.Shipped);
    private readonly OutlineLabeller _outline = new(MarkerSet.Shipped);
    private readonly RepeatLabeller _repeats = new();

    /// <summary>Cleans a plain text.</summary>
    /// <param name="text">The text, with any line ends.</param>
    /// <param name="url">Where it came from, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Article ExtractText(string text, Uri? url, CancellationToken cancellationToken)
    {
        var sheet = new LabelSheet(PlainTextReader.Read(text));
        foreach (ILabeller labeller in (ILabeller[])[_patterns, _outline, _repeats])
        {
            labeller.Label(sheet, cancellationToken);
        }

        var blocks = sheet.Close();
        return ArticleBuilder.Build(blocks, TextMetadata.Read(blocks), url, site: null);
    }

    /// <summary>Cleans a page.</summary>
    /// <param name="html">The whole page, decoded.</param>
    /// <param name="url">Where it came from, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Article ExtractHtml(string html, Uri? url, CancellationToken cancellationToken)
    {
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, cancellationToken)));
        foreach (ILabeller labeller in (ILabeller[])[_patterns, _repeats])
        {
            labeller.Label(sheet, cancellationToken);
        }

        return ArticleBuilder.Build(sheet.Close(), PageMetadata.None, url, site: null);
    }
}
