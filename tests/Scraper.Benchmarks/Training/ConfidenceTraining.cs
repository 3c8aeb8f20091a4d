using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>
/// Trains the prediction of a page's own F1 from pages that the block model had not seen.
/// </summary>
internal sealed class ConfidenceTraining
{
    private static readonly BoostingOptions Options = new(Trees: 100, Depth: 3, Rate: 0.05, Regularisation: 1, Rows: 0.7, Columns: 0.5, Seed: 11);
    private readonly IReadOnlyList<TrainingPage> _pages;
    private readonly List<(TrainingPage Page, float[] Row, float F1)> _cases = [];
    private readonly BinnedData _data;

    public ConfidenceTraining(IReadOnlyList<TrainingPage> pages)
    {
        _pages = pages;
        foreach (var page in pages)
        {
            int[] words = [.. page.View.Shapes.Select(s => s.ReadWords)];
            float[] p = [.. page.Scores.Take(words.Length).Select(TreeEnsemble.Probability)];
            var (threshold, expected) = TextSelection.Threshold(p, words);
            _cases.Add((page, ConfidenceRow.Read(page.Kinds, p, words, threshold, expected), page.F1(p, threshold)));
        }

        _data = KindTraining.Bin([.. _cases.Select(c => c.Row)]);
    }

    /// <summary>Gives every page the confidence of a model that has not seen its host.</summary>
    public void CrossValidate()
    {
        for (var fold = 0; fold < CrossValidation.Folds; fold++)
        {
            var model = Train(fold);
            foreach (var page in _pages.Where(p => p.Fold == fold))
            {
                page.Prediction = PagePrediction.Of(page.View, page.Features, page.Kinds, page.Scores, model);
            }
        }
    }

    /// <summary>Trains without one fold (-1: on all).</summary>
    public TreeEnsemble Train(int fold) => BoostedTrees.Grow(_data, [.. _cases.Select(c => c.F1)], [.. _cases.Select(c => c.Page.Fold == fold ? 0f : 1f)], Options);
}
