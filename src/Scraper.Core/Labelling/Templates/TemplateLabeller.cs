using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Templates;

namespace Scraper.Core.Labelling;

/// <summary>
/// Goes through what is taken for text and takes out what the site's other pages show to be boilerplate, and puts back what
/// stands where they have their text. A certain word of a site rule stays, and so does what patterns know. One labeller is for one page.
/// </summary>
/// <param name="template">What is known of the site.</param>
/// <param name="prediction">What the generic labeller thinks of the page, or <see langword="null"/>.</param>
internal sealed class TemplateLabeller(SiteTemplate template, PagePrediction? prediction) : ILabeller
{
    /// <summary>Pages that a path must be on for its past to speak for a block, and the share of its blocks that must have been text.</summary>
    private const int LeastOfPath = 5;
    private const double AlwaysText = 0.95;

    /// <summary>The share of a path's texts that may stand on other pages where bodies stand.</summary>
    private const double MostElsewhere = 0.2;

    /// <summary>The share of the model's threshold that is enough for a block where text always stood, and the block's least length.</summary>
    private const float NearlyText = 0.5f;
    private const int LeastLength = 40;

    private readonly BoilerplateEvidence _evidence = new(template);
    private BoilerplateNamer? _namer;

    /// <summary>On pages of goods, what repeats may be what they say of the goods; only a site rule's word is doubted there.</summary>
    private readonly bool _mayDoubtModel = prediction?.Kind is not (PageKind.Product or PageKind.Collection or PageKind.Listing);

    /// <inheritdoc/>
    public void Label(LabelSheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        cancellationToken.ThrowIfCancellationRequested();
        var paths = new BlockPaths();
        var blocks = sheet.Document.Blocks;
        var edges = TextEdges.Of(blocks.Where(b => sheet[b.Index] is { IsText: true }));
        var isOut = new bool[blocks.Count + 1];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            // A heading says nothing of its own; it goes with what it stands over.
            var against = !IsDoubtful(sheet[i]) ? null
                : blocks[i].Kind == BlockKind.Heading ? (isOut[i + 1] ? ("stands over what the site's other pages have as well", 0.7) : null)
                : _evidence.Against(blocks[i], paths.Of(blocks[i]), prediction?.IsText(i) == false, edges.Contains(i));
            if (against is { } why)
            {
                isOut[i] = sheet.Overrule(i, Out(blocks[i], why));
            }
            else if (MayReturn(sheet[i], blocks[i]) && template.Paths.GetValueOrDefault(paths.Of(blocks[i])) is { } at && IsWhereTextStands(at))
            {
                var detail = string.Create(CultureInfo.InvariantCulture, $"{at.Name} held text on {at.Pages} pages");
                sheet.Overrule(i, new Verdict(Labelling.Label.Body, new Reason(ReasonKind.Template, detail, 0.7)));
            }
        }
    }

    private bool IsDoubtful(Verdict? verdict) => verdict is { IsText: true } && verdict.Reason switch
    {
        { Kind: ReasonKind.Model } => _mayDoubtModel,
        { Kind: ReasonKind.SiteRule, Confidence: < 1 } => true,
        _ => false,
    };

    private bool MayReturn(Verdict? verdict, Block block) =>
        _mayDoubtModel && block is { Kind: BlockKind.Paragraph, Text.Length: >= LeastLength } && verdict is { IsText: false, Label: not Labelling.Label.Comment, Reason.Kind: ReasonKind.Model }
        && prediction is not null && block.Index < prediction.FirstData && !prediction.IsText(block.Index) && prediction.Probabilities[block.Index] >= NearlyText * prediction.Threshold;

    private static bool IsWhereTextStands(TemplatePath at) =>
        at.Pages >= LeastOfPath && at.AsText >= AlwaysText * at.Blocks && at.Elsewhere < MostElsewhere * Math.Max(1, at.Telling);

    private Verdict Out(Block block, (string Detail, double Confidence) why) => new(
        prediction is not null ? (_namer ??= new BoilerplateNamer(prediction)).Name(block.Index).Label : OutsideLabel.Of(block),
        new Reason(ReasonKind.Template, why.Detail, why.Confidence));
}
