using Scraper.Core.Blocks;
using Scraper.Core.Blocks.Parsing;

namespace Scraper.Core.Labelling;

/// <summary>
/// Labels what is still open on an HTML page by the shipped model: text or not by score, what else it is by markup.
/// It needs no site rule and knows no site. Plain texts are left alone. Safe for use by many threads.
/// </summary>
public sealed class GenericLabeller : ILabeller
{
    private static readonly Verdict InComments = new(Labelling.Label.Comment, new Reason(ReasonKind.Model, "stands in the readers' comments", 0.98));

    private static readonly Verdict Headline = new(Labelling.Label.Title, new Reason(ReasonKind.Model, "repeats the page's title", 0.95));
    private static readonly Verdict Announced = new(Labelling.Label.Related, new Reason(ReasonKind.Model, "stands in the box of a line that announces other articles", 0.95));
    private static readonly Verdict UnderPicture = new(Labelling.Label.Caption, new Reason(ReasonKind.Model, "stands in a small box with a picture", 0.85));
    private static readonly Verdict AmidText = new(Labelling.Label.Heading, new Reason(ReasonKind.Model, "a heading right above text, amid text or one of a series", 0.8));
    private static readonly Verdict AboveBody = new(Labelling.Label.Summary, new Reason(ReasonKind.Model, "stands between the headline and where the body begins", 0.8));

    /// <summary>Words of the shortest line that is known for the title.</summary>
    private const int FewestOfTitle = 3;

    /// <summary>Longest date, in words, in a <c>time</c> element.</summary>
    private const int LongestTime = 10;

    /// <summary>Elements looked at around a block for the caption that it may stand in.</summary>
    private const int CaptionDepth = 5;

    /// <summary>Most blocks that an embedded post shows before its script has run, and how deep they stand in it.</summary>
    private const int BlocksOfPost = 8;
    private const int PostDepth = 8;

    private readonly GenericModel _model;

    /// <summary>A labeller with the model that comes with the library.</summary>
    public GenericLabeller()
        : this(GenericModel.Shipped)
    {
    }

    internal GenericLabeller(GenericModel model) => _model = model;

    /// <inheritdoc/>
    public void Label(LabelSheet sheet, CancellationToken cancellationToken) => Assess(sheet, cancellationToken);

    /// <summary>Labels as <see cref="Label"/> does and says what the page is.</summary>
    /// <param name="sheet">The page's blocks and the verdicts so far.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Kind and confidence; <see langword="null"/> for a plain text or a page without blocks.</returns>
    public GenericAssessment? Assess(LabelSheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var page = Predict(sheet.Document, cancellationToken);
        return page is null ? null : Settle(page, sheet);
    }

    /// <summary>What the model says of a page, whatever others say; <see langword="null"/> for a plain text or a page without blocks.</summary>
    internal PagePrediction? Predict(BlockDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return document.Outline is null || document.Blocks.Count == 0 ? null : _model.Predict(document, cancellationToken);
    }

    /// <summary>Labels what is still open by a prediction and says what the page is.</summary>
    internal static GenericAssessment Settle(PagePrediction page, LabelSheet sheet)
    {
        Apply(page, sheet);
        return new GenericAssessment(page.Kind, page.Kinds[(int)page.Kind], page.Confidence);
    }

    /// <summary>Labels what is still open by a prediction.</summary>
    internal static void Apply(PagePrediction page, LabelSheet sheet)
    {
        var comments = CommentThread.Find(page);
        var boxes = NamedBoxes.Find(page);
        var links = LinkBoxes.Find(page, sheet);
        var summary = HeadSummary.Find(page, sheet);
        var listed = ListedFields.Find(page, sheet);
        var captions = PictureBoxes.Find(page);
        var headings = SubHeadings.Find(page, sheet);
        var title = page.ReadsAsArticle ? page.Headline ?? TitleLine(page) : null;
        var namer = new BoilerplateNamer(page);
        var reasons = new ScoreReason(page);
        var afterText = new bool[sheet.Document.Blocks.Count + 1];
        foreach (var block in sheet.Document.Blocks)
        {
            var isAfterText = afterText[block.Kind == BlockKind.Embed ? FirstOfPost(sheet.Document.Blocks, block) : block.Index];
            if (sheet.IsOpen(block.Index))
            {
                sheet.TryLabel(block.Index, ByRule(block.Index) ?? Judge(page, namer, reasons, block, isAfterText));
            }
            else if (listed.Contains(block.Index) && !comments.Contains(block.Index))
            {
                sheet.Overrule(block.Index, Judge(page, namer, reasons, block, isAfterText));
            }

            afterText[block.Index + 1] = block.Kind is BlockKind.Embed or BlockKind.Caption ? afterText[block.Index] : page.IsText(block.Index);
        }

        Verdict? ByRule(int block) =>
            comments.Contains(block) ? InComments
            : links.Contains(block) ? Announced
            : boxes.TryGetValue(block, out var box) ? box
            : captions.Contains(block) ? UnderPicture
            : block == title ? Headline
            : summary.Contains(block) ? AboveBody
            : headings.Contains(block) ? AmidText
            : null;
    }

    /// <summary>A line that is the page's title and stands above all text, on a page that has no heading for it.</summary>
    private static int? TitleLine(PagePrediction page)
    {
        for (var i = 0; i < page.FirstData; i++)
        {
            if (page.Table[Feature.CopyIsTitle, i] == 1 && page.View.Shapes[i].ReadWords >= FewestOfTitle)
            {
                return i;
            }

            if (page.IsText(i))
            {
                return null;
            }
        }

        return null;
    }

    /// <param name="page">What the model says.</param>
    /// <param name="namer">Names what is no text.</param>
    /// <param name="reasons">Says why.</param>
    /// <param name="block">The block.</param>
    /// <param name="isAfterText">Whether the last block before it that is no caption or embed is text: an embedded post or video belongs to the article that it stands in.</param>
    private static Verdict Judge(PagePrediction page, BoilerplateNamer namer, ScoreReason reasons, Block block, bool isAfterText)
    {
        var isText = block switch
        {
            { Kind: BlockKind.Embed } => isAfterText,
            { Kind: BlockKind.Caption } when IsInFigCaption(block.Element) => false,
            _ when page.Kind == PageKind.Article && page.Table[Feature.TagTime, block.Index] == 1 && page.View.Shapes[block.Index].ReadWords <= LongestTime => false,
            _ => page.IsText(block.Index),
        };
        var (label, why) = isText
            ? (block.Kind == BlockKind.Heading ? Labelling.Label.Heading : Labelling.Label.Body, string.Empty)
            : namer.Name(block.Index);
        if (block.Index >= page.FirstData)
        {
            return new Verdict(label, new Reason(ReasonKind.Model, "stands only in the page's data (JSON-LD or hydration state)", 0.8));
        }

        var p = page.Probabilities[block.Index];
        return new Verdict(label, new Reason(ReasonKind.Model, reasons.Of(block.Index, isText, why), isText ? p : 1 - p));
    }

    /// <summary>Where an embedded post begins: what it shows while its script has not run stands before its link, in the same element.</summary>
    private static int FirstOfPost(IReadOnlyList<Block> blocks, Block post)
    {
        var first = post.Index;
        while (first > 0 && post.Index - first < BlocksOfPost && IsWithin(blocks[first - 1].Element, post.Element))
        {
            first--;
        }

        return first;
    }

    private static bool IsWithin(HtmlElement? element, HtmlElement? around)
    {
        for (var steps = 0; element is not null && steps < PostDepth; element = element.Parent, steps++)
        {
            if (ReferenceEquals(element, around))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInFigCaption(HtmlElement? element)
    {
        for (var steps = 0; element is not null && steps < CaptionDepth; element = element.Parent, steps++)
        {
            if (element.Tag.Id == TagId.FigCaption)
            {
                return true;
            }
        }

        return false;
    }
}
