using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What the generic labeller takes for the text of a page, before any rule is heard.</summary>
/// <param name="IsText">Of each block, whether it is text.</param>
/// <param name="Confidence">How sure it is, 0–1: the F1 it expects.</param>
internal sealed record TextOpinion(IReadOnlyList<bool> IsText, double Confidence)
{
    /// <summary>The opinion that a prediction comes to.</summary>
    public static TextOpinion Of(PagePrediction page) =>
        new([.. page.View.Document.Blocks.Select(b => b.Kind != BlockKind.Embed && page.IsText(b.Index))], page.Confidence);
}
