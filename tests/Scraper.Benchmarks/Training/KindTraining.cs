using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>Trains the page kinds, over the same folds as the blocks.</summary>
internal sealed class KindTraining(IReadOnlyList<TrainingPage> pages)
{
    private static readonly BoostingOptions Options = new(Trees: 60, Depth: 4, Rate: 0.12, Rows: 0.8, Columns: 0.5, Seed: 7);
    private readonly Dictionary<string, KindTally> _hosts = pages.GroupBy(p => p.Page.Host).ToDictionary(g => g.Key, g => KindTally.Of(g));

    /// <summary>Gives every page the probabilities of a model that has not seen its host.</summary>
    public void CrossValidate()
    {
        for (var fold = 0; fold < CrossValidation.Folds; fold++)
        {
            var (model, rows, _) = Train(fold);
            for (var i = 0; i < pages.Count; i++)
            {
                if (pages[i].Fold == fold)
                {
                    pages[i].Row = rows[i];
                    pages[i].Kinds = model.Probabilities(rows[i]);
                }
            }
        }
    }

    /// <summary>Trains without one fold (-1: on all).</summary>
    public (KindModel Model, float[][] Rows, KindTally Odds) Train(int fold)
    {
        var total = KindTally.Of(pages.Where(p => p.Fold != fold));
        var rows = new float[pages.Count][];
        Parallel.For(0, rows.Length, i =>
            rows[i] = PageRow.Read(pages[i].Bare, total.Without(pages[i].Fold == fold ? null : _hosts[pages[i].Page.Host])));
        var data = Bin(rows);
        float[] weights = [.. pages.Select(p => p.Fold == fold ? 0f : 1f)];
        var ensembles = Enumerable.Range(0, PageRow.Kinds)
            .Select(k => BoostedTrees.Grow(data, [.. pages.Select(p => KindTally.KindOf(p.Page) == k ? 1f : 0f)], weights, Options));
        return (new KindModel([.. ensembles]), rows, total);
    }

    public static BinnedData Bin(float[][] rows)
    {
        var data = new BinnedData(rows.Length, rows[0].Length);
        for (var c = 0; c < rows[0].Length; c++)
        {
            data.Set(c, [.. rows.Select(r => r[c])]);
        }

        return data;
    }
}
