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
    private readonly OutlineLabeller _outline = new();
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

        return ArticleBuilder.Build(sheet.Close(), PageMetadata.None, url, site: null);
    }

    /// <summary>Cleans a page.</summary>
    /// <param name="html">The whole page, decoded.</param>
    /// <param name="url">Where it came from, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Article ExtractHtml(string html, Uri? url, CancellationToken cancellationToken) => ExtractHtml(html, url, rule: null, cancellationToken).Article;

    /// <summary>Cleans a page by a site's rule.</summary>
    /// <param name="html">The whole page, decoded.</param>
    /// <param name="url">Where it came from, or <see langword="null"/>.</param>
    /// <param name="rule">The rule, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Extraction ExtractHtml(string html, Uri? url, SiteRule? rule, CancellationToken cancellationToken)
    {
        var source = rule is null ? html : SiteRewriter.Rewrite(html, rule.Rewrites);
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(source, HtmlLimits.Default, cancellationToken)));
        var site = rule is null ? null : new SiteRuleLabeller(rule);
        foreach (var labeller in (ILabeller?[])[site, _patterns, _repeats])
        {
            labeller?.Label(sheet, cancellationToken);
        }

        var report = site?.Report;
        var metadata = report is null ? PageMetadata.None : PageMetadata.None.With(report.Fields);
        return new Extraction(ArticleBuilder.Build(sheet.Close(), metadata, url, rule?.Title), report);
    }
}
