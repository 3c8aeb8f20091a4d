using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What the model says of a page.</summary>
/// <param name="View">The page.</param>
/// <param name="Table">The features of its blocks.</param>
/// <param name="Probabilities">Of each block to be text.</param>
/// <param name="Threshold">The least probability that is taken.</param>
/// <param name="Kinds">Probability of each <see cref="PageKind"/>.</param>
/// <param name="Confidence">Predicted F1 of the text, 0–1.</param>
internal sealed record PagePrediction(PageView View, FeatureTable Table, float[] Probabilities, float Threshold, float[] Kinds, float Confidence)
{
    /// <summary>How much better another threshold must look than the best so far.</summary>
    private const float Margin = 0.01f;

    public PageKind Kind => (PageKind)Array.IndexOf(Kinds, Kinds.Max());

    /// <summary>Whether a block is taken for text.</summary>
    public bool IsText(int block) => Probabilities[block] >= Threshold && View.Document.Blocks[block].Kind != BlockKind.Embed;

    public static PagePrediction Of(PageView view, FeatureTable table, float[] row, float[] kinds, float[] logOdds, TreeEnsemble? confidence)
    {
        var probabilities = new float[view.Count];
        var words = new int[view.Count];
        for (var i = 0; i < view.Count; i++)
        {
            probabilities[i] = TreeEnsemble.Probability(logOdds[i]);
            words[i] = view.Shapes[i].ReadWords;
        }

        var (thresholds, expected) = TextSelection.Candidates(probabilities, words);
        if (confidence is null)
        {
            return new PagePrediction(view, table, probabilities, thresholds[0], kinds, expected);
        }

        float threshold = 1, best = -1;
        for (var i = 0; i < thresholds.Length; i++)
        {
            var figures = ConfidenceRow.Read(row, kinds, probabilities, words, thresholds[i], expected);
            var f1 = TreeEnsemble.Probability(confidence.Score(figures));
            if (f1 > best + (i == 0 ? 0 : Margin))
            {
                (best, threshold) = (f1, thresholds[i]);
            }
        }

        return new PagePrediction(view, table, probabilities, threshold, kinds, best);
    }
}
