namespace Scraper.Core.Labelling;

/// <summary>How sure the labels of a plain text are: what its labellers say of themselves, each line by its length.</summary>
internal static class TextConfidence
{
    /// <summary>The share of the text that is expected to be labelled right, 0–1; 0 where nothing is body.</summary>
    public static double Of(IReadOnlyList<LabelledBlock> blocks)
    {
        double sure = 0, all = 0;
        foreach (var (block, verdict) in blocks)
        {
            sure += block.Text.Length * verdict.Reason.Confidence;
            all += block.Text.Length;
        }

        return blocks.Any(b => b.Verdict.IsText) ? sure / all : 0;
    }
}
