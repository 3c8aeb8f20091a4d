using Scraper.Benchmarks.Evaluation;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>Trains the prediction of a page's own F1 from pages that the block model had not seen.</summary>
internal sealed class ConfidenceTraining(IReadOnlyList<TrainingPage> pages)
{
    private static readonly BoostingOptions Options = new(Trees: 120, Depth: 4, Rate: 0.06, Regularisation: 1, Rows: 0.7, Columns: 0.4, Seed: 11);

    private readonly float[][] _rows =
    [
        .. pages.Select(p =>
        {
            var prediction = p.Prediction;
            var words = p.View.Shapes.Select(s => s.ReadWords).ToArray();
            var (threshold, expected) = TextSelection.Threshold(prediction.Probabilities, words);
            return ConfidenceRow.Read(p.Row, p.Kinds, prediction.Probabilities, words, threshold, expected);
        }),
    ];

    /// <summary>Gives every page the confidence of a model that has not seen its host.</summary>
    public void CrossValidate()
    {
        for (var fold = 0; fold < CrossValidation.Folds; fold++)
        {
            var model = Train(fold);
            for (var i = 0; i < pages.Count; i++)
            {
                if (pages[i].Fold == fold)
                {
                    pages[i].Confidence = TreeEnsemble.Probability(model.Score(_rows[i]));
                }
            }
        }
    }

    /// <summary>Trains without one fold (-1: on all).</summary>
    public TreeEnsemble Train(int fold) => BoostedTrees.Grow(
        KindTraining.Bin(_rows), [.. pages.Select(p => (float)BagScore.Of(p.Page.Gold, p.Text).F1)], [.. pages.Select(p => p.Fold == fold ? 0f : 1f)], Options);
}
