using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Core.Verdicts;

namespace Scraper.Core;

/// <summary>
/// The pure part of the route: blocks → label → article, and the verdict on the page. The order of the labellers is written here and nowhere else.
/// Same input, same output; one instance serves any number of threads.
/// </summary>
public sealed class Extractor
{
    /// <summary>Least probability of a kind that is believed against a date at the text.</summary>
    private const double SureKind = 0.5;

    private readonly PatternLabeller _patterns = new(MarkerSet.Shipped);
    private readonly OutlineLabeller _outline = new(MarkerSet.Shipped);
    private readonly GenericLabeller _generic = new();
    private readonly RepeatLabeller _repeats = new();

    /// <summary>Reads the data that the first page would wait for; a program that has other things to do first may have it done beside them.</summary>
    public static void Prepare()
    {
        _ = MarkerSet.Shipped;
        _ = GenericModel.Shipped;
        _ = LanguageTable.Union;
    }

    /// <summary>Cleans a plain text.</summary>
    /// <param name="text">The text, with any line ends.</param>
    /// <param name="url">Where it came from, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Extraction ExtractText(string text, Uri? url, CancellationToken cancellationToken)
    {
        var sheet = new LabelSheet(PlainTextReader.Read(text));
        ArchiveFields.Label(sheet);
        _patterns.Label(sheet, cancellationToken);
        _outline.Label(sheet, cancellationToken);
        _repeats.Label(sheet, cancellationToken);
        var blocks = sheet.Close();
        return new Extraction(ArticleBuilder.Build(blocks, TextMetadata.Read(blocks), url, site: null) with { Confidence = TextConfidence.Of(blocks) }, PageVerdict.Article, Rule: null, Assessment: null) { IsTruncated = sheet.Document.IsTruncated };
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
        var (tree, document, leftOut) = Parse(html, rewrites, cancellationToken);
        var metadata = MetadataReader.Read(tree, context.Url, context.Now, cancellationToken);
        var rule = context.Rule ?? context.Rules.ForPage(host, new SelectorPage(tree));
        var (sheet, predicted, site) = Begin(document);
        if (site?.Report.FellBack is not null && OnlyInData(tree, document, cancellationToken) is { } whole)
        {
            predicted?.Dispose();
            (sheet, predicted, site) = Begin(whole);
        }

        using var prediction = predicted;
        _patterns.Label(sheet, cancellationToken);
        var assessment = prediction is null ? null : GenericLabeller.Settle(prediction, sheet);
        if (context.Template is { } template)
        {
            new TemplateLabeller(template, prediction).Label(sheet, cancellationToken);
        }

        _repeats.Label(sheet, cancellationToken);

        var report = site?.Report.WithoutRewrites(leftOut);
        metadata = report?.Fields.Over(metadata) ?? metadata;
        var blocks = sheet.Close();
        metadata = metadata.Language is null ? metadata with { Language = TextMetadata.Language(blocks) } : metadata;
        if (metadata.HasNoWriter)
        {
            metadata = SignedText.Authors(blocks, metadata.Language) is { Count: > 0 } signed ? metadata with { Authors = signed } : metadata;
        }

        // A shop's first date is a review's.
        metadata = metadata.PublishedAt is null && assessment is not { Kind: not PageKind.Article, KindConfidence: >= SureKind } ? metadata with { PublishedAt = DatedText.Published(blocks, metadata.Language, context.Now) } : metadata;
        var article = ArticleBuilder.Build(blocks, metadata, context.Url, rule?.Title, tree.BaseAddress(context.Url));
        var verdict = PageVerdictReader.Read(new VerdictEvidence(article, tree, sheet, report, assessment, context.Status, rule?.LiveBlogs) { LedTo = context.AskedUrl is { } asked && asked.AbsolutePath != context.Url?.AbsolutePath ? context.Url : null });
        return new Extraction(article with { Confidence = Trust(report, assessment), Rule = ArticleRule.Of(report) }, verdict, report, assessment)
        {
            IsTruncated = sheet.Document.IsTruncated,
            TemplateVersion = context.Template?.Version,
            Agreement = prediction?.Agreement(article.Blocks),
        };

        (LabelSheet Sheet, PagePrediction? Prediction, SiteRuleLabeller? Site) Begin(BlockDocument blocks)
        {
            var sheet = new LabelSheet(blocks);
            var prediction = _generic.Predict(blocks, cancellationToken);
            var site = rule is null ? null : new SiteRuleLabeller(rule, Day(metadata.PublishedAt), prediction is null ? null : TextOpinion.Of(prediction));
            site?.Label(sheet, cancellationToken);
            return (sheet, prediction, site);
        }
    }

    private static (HtmlTree Tree, BlockDocument Document, IReadOnlyList<LeftOutRewrite> LeftOut) Parse(string html, IReadOnlyList<SiteRewrite> rewrites, CancellationToken cancellationToken)
    {
        var rewritten = SiteRewriter.Rewrite(html, rewrites);
        var (tree, document) = Read(rewritten.Html);
        if (rewrites.Count == 0 || document.Blocks.Count > 0)
        {
            return (tree, document, rewritten.LeftOut);
        }

        // A rewrite that opens what it does not close can swallow a page; the rule's selectors may still fit it.
        (tree, document) = Read(html);
        return (tree, document, document.Blocks.Count == 0 ? rewritten.LeftOut : [.. rewrites.Select(r => new LeftOutRewrite(r, "the rewrites left no block of the page and were undone"))]);

        (HtmlTree, BlockDocument) Read(string source)
        {
            var tree = HtmlTree.Parse(source, HtmlLimits.Default, cancellationToken);
            return (tree, HtmlBlockReader.Read(tree, cancellationToken));
        }
    }

    /// <summary>The page with the article's text from its data, where it shows less than half of that text; <see langword="null"/> elsewhere.</summary>
    private static BlockDocument? OnlyInData(HtmlTree tree, BlockDocument shown, CancellationToken cancellationToken)
    {
        if (shown.Outline is not { FirstDataBlock: null } outline || !DataText.MayHoldBody(outline.Data)
            || HtmlBlockReader.Read(tree, needsData: true, cancellationToken) is not { Outline.FirstDataBlock: { } first } whole)
        {
            return null;
        }

        var text = string.Join('\n', whole.Blocks.Skip(first).Select(b => b.Text));
        var found = WantedText.Find(shown.Blocks, text);
        return shown.Blocks.Where(b => found[b.Index]).Sum(b => (long)b.Text.Length) * 2 < text.Length ? whole : null;
    }

    /// <summary>A body that the site's rule found is certain; else the generic labeller's word counts.</summary>
    private static double Trust(SiteRuleReport? rule, GenericAssessment? assessment) =>
        rule is { HasBody: true } ? 1 : assessment?.Confidence ?? 0;

    private static DateOnly? Day(PageDate? date) => date is null ? null : DateOnly.FromDateTime(date.Value.Date);
}
