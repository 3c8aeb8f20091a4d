using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Templates;

namespace Scraper.Core.Labelling;

/// <summary>
/// Labels by what stands on the site's other pages: a text at its path on many of them is boilerplate. Where articles
/// stand, a text that is said again is believed to quote, and must stand on half of all pages, and on four fifths where the model takes it for text. One labeller is for one page.
/// </summary>
/// <param name="template">What is known of the site.</param>
/// <param name="prediction">What the generic labeller thinks of the page, or <see langword="null"/>.</param>
internal sealed class TemplateLabeller(SiteTemplate template, PagePrediction? prediction) : ILabeller
{
    /// <summary>Pages and share of pages on which a text must stand where no articles stand, where they do, and where the model takes it for text.</summary>
    private const int LeastPages = 3, LeastAmongBodies = 5;
    private const double LeastShare = 0.2, LeastShareAmongBodies = 0.5, LeastShareOfText = 0.8;

    /// <summary>Pages that a path must be on, and the share of its blocks that are never text, to doubt a new text at it.</summary>
    private const int LeastOfPath = 20;
    private const double NeverText = 0.02;

    /// <summary>A block that the model is so sure of is not doubted for its path.</summary>
    private const float Sure = 0.9f;

    /// <summary>The share of the model's threshold that is enough where bodies stand on nearly every page.</summary>
    private const float NearlyText = 0.5f;

    /// <inheritdoc/>
    public void Label(LabelSheet sheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        cancellationToken.ThrowIfCancellationRequested();
        var paths = new BlockPaths();
        foreach (var block in sheet.Document.Blocks)
        {
            var isOpen = sheet.IsOpen(block.Index);
            if (!isOpen && sheet[block.Index] is not { IsText: true, Reason: { Kind: ReasonKind.SiteRule, Confidence: < 1 } })
            {
                continue;
            }

            var path = paths.Of(block);
            var known = template.Paths.GetValueOrDefault(path);
            if (Boilerplate(block, path, known) is { } why)
            {
                sheet.Overrule(block.Index, Out(block, why));
            }
            else if (isOpen && known is not null && prediction is not null && block.Index < prediction.FirstData)
            {
                Lean(sheet, block, known, prediction);
            }
        }
    }

    /// <summary>Why a text is boilerplate; <see langword="null"/> where it is not known to be.</summary>
    private (string Detail, double Confidence)? Boilerplate(Block block, ulong path, TemplatePath? at)
    {
        var key = new BlockTrace(path, TextKey.Of(block.Text), 0, false).Key;
        if (template.Texts.GetValueOrDefault(key) is not { } text)
        {
            return null;
        }

        var share = (double)text.Pages / template.Pages;
        var (pages, least) = prediction?.IsText(block.Index) == true ? (LeastAmongBodies, LeastShareOfText)
            : at is { HoldsBodies: true } ? (LeastAmongBodies, LeastShareAmongBodies)
            : (LeastPages, LeastShare);
        return text.Pages >= pages && share >= least
            ? (string.Create(CultureInfo.InvariantCulture, $"stands on {text.Pages} of {template.Pages} pages"), Math.Min(0.99, 0.7 + (0.3 * share)))
            : null;
    }

    /// <summary>A little for or against a block by what its path has held on other pages.</summary>
    private static void Lean(LabelSheet sheet, Block block, TemplatePath at, PagePrediction page)
    {
        var p = page.Probabilities[block.Index];
        if (at.Pages >= LeastOfPath && at.AsText <= NeverText * at.Blocks && p < Sure && page.IsText(block.Index))
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{at.Name} held no text on {at.Pages} pages");
            sheet.TryLabel(block.Index, Name(page, block.Index, detail, 0.7));
        }
        else if (at.Pages >= LeastOfPath && at is { HoldsBodies: true, Length: >= 80 } && at.AsText >= 0.95 * at.Blocks
            && !page.IsText(block.Index) && p >= NearlyText * page.Threshold && block.Kind is BlockKind.Paragraph && block.Text.Length >= 40)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{at.Name} held text on {at.Pages} pages");
            sheet.TryLabel(block.Index, new Verdict(Labelling.Label.Body, new Reason(ReasonKind.Template, detail, 0.7)));
        }
    }

    private Verdict Out(Block block, (string Detail, double Confidence) why) => prediction is not null
        ? Name(prediction, block.Index, why.Detail, why.Confidence)
        : new Verdict(OutsideLabel.Of(block), new Reason(ReasonKind.Template, why.Detail, why.Confidence));

    private static Verdict Name(PagePrediction page, int block, string detail, double confidence) =>
        new(new BoilerplateNamer(page).Name(block).Label, new Reason(ReasonKind.Template, detail, confidence));
}
