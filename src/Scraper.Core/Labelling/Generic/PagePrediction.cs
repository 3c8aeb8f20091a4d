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

        var (threshold, expected) = TextSelection.Threshold(probabilities, words);
        var figures = ConfidenceRow.Read(row, kinds, probabilities, words, threshold, expected);
        return new PagePrediction(view, table, probabilities, threshold, kinds, confidence is null ? expected : TreeEnsemble.Probability(confidence.Score(figures)));
    }
}
