using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;

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
    public Extraction ExtractText(string text, Uri? url, CancellationToken cancellationToken)
    {
        var blocks = Label(PlainTextReader.Read(text), [_patterns, _outline, _repeats], cancellationToken);
        return new Extraction(ArticleBuilder.Build(blocks, PageMetadata.None, url, site: null), Rule: null);
    }

    /// <summary>Cleans a page.</summary>
    /// <param name="html">The whole page, decoded.</param>
    /// <param name="context">What is known of it.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Extraction ExtractHtml(string html, PageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var host = context.Url?.Host ?? string.Empty;
        var rewrites = (context.Rule ?? context.Rules.ForHost(host))?.Rewrites ?? [];
        var tree = HtmlTree.Parse(SiteRewriter.Rewrite(html, rewrites), HtmlLimits.Default, cancellationToken);
        var metadata = MetadataReader.Read(tree, context.Url, context.Now);
        var rule = context.Rule ?? context.Rules.ForPage(host, new SelectorPage(tree));
        var site = rule is null ? null : new SiteRuleLabeller(rule, Day(metadata.PublishedAt));
        ILabeller[] labellers = site is null ? [_patterns, _repeats] : [site, _patterns, _repeats];
        var blocks = Label(HtmlBlockReader.Read(tree), labellers, cancellationToken);
        if (site is not null)
        {
            metadata = site.Report.Fields.Over(metadata);
        }

        return new Extraction(ArticleBuilder.Build(blocks, metadata, context.Url, rule?.Title), site?.Report);
    }

    private static IReadOnlyList<LabelledBlock> Label(BlockDocument document, IEnumerable<ILabeller> labellers, CancellationToken cancellationToken)
    {
        var sheet = new LabelSheet(document);
        foreach (var labeller in labellers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            labeller.Label(sheet, cancellationToken);
        }

        return sheet.Close();
    }

    private static DateOnly? Day(PageDate? date) => date is null ? null : DateOnly.FromDateTime(date.Value.Date);
}
