using System.Diagnostics;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>Trains on four fifths of the hosts and scores the fifth that was left out, five times over.</summary>
internal sealed class CrossValidation(IReadOnlyList<TrainingPage> pages, BoostingOptions first, BoostingOptions second, Func<Feature, bool> uses)
{
    public const int Folds = 5;

    private const float Doubtful = 0.6f;
    private const float LeastTrust = 0.3f;

    /// <summary>A fold's tables take most of a gigabyte.</summary>
    private static readonly ParallelOptions TwoAtATime = new() { MaxDegreeOfParallelism = 2 };

    /// <summary>
    /// The folds of the first stage, those of a row side by side, and whose doubtful pages count for less once a row is done.
    /// Written out, so that it depends on no thread's pace what a fold knows; another order gives another model.
    /// </summary>
    private static readonly (int[] Folds, int[] Doubted)[] Rows = [([0, 2], [0, 2]), ([1, 3], [1]), ([4], [3, 4])];

    private readonly Dictionary<string, TokenTally> _hosts = ByHost(pages);
    private readonly Dictionary<string, TokenTally> _shopHosts = ByHost(pages.Where(p => p.Page.Kind is "product" or "collection" or "listing" or "service"));

    /// <summary>All pages as models saw them that had not seen their hosts.</summary>
    private BinnedData? _oneTable;

    /// <summary>Fold of a host, by a hash that does not change between runs.</summary>
    public static int FoldOf(string host) => (int)(TokenHash.Of(TokenHash.Word, host) % 1_000_003 % Folds);

    public void Run()
    {
        var time = Stopwatch.StartNew();
        foreach (var (folds, doubted) in Rows)
        {
            Parallel.ForEach(folds, fold =>
            {
                var (tables, _) = ReadWithout(fold);
                var model = TrainFirst(tables, p => p.Fold != fold);
                for (var i = 0; i < pages.Count; i++)
                {
                    var page = pages[i];
                    if (page.Fold == fold)
                    {
                        (page.View, page.Features) = tables[i];
                        page.FirstScores = model.Score(page.Features);
                        ScoreFeatures.Write(page.View, page.Features, page.FirstScores);
                    }
                }

                Console.Error.WriteLine($"stage 1 fold {fold}: {time.Elapsed.TotalSeconds:F0} s");
            });
            Array.ForEach(doubted, Doubt);
        }

        _oneTable = Bin([.. pages.Select(p => (p.View, p.Features))], Features.Count);
        Parallel.For(0, Folds, TwoAtATime, fold =>
        {
            var model = TrainSecond(p => p.Fold != fold);
            foreach (var page in pages.Where(p => p.Fold == fold))
            {
                page.Scores = model.Score(page.Features);
            }

            Console.Error.WriteLine($"stage 2 fold {fold}: {time.Elapsed.TotalSeconds:F0} s");
        });
    }

    /// <summary>
    /// Mean F1 by page type of the first stage alone, on hosts it has not seen, without one group of features after
    /// the other. Quick rather than exact: what counts is the difference to the first row.
    /// </summary>
    /// <param name="folds">Folds that are scored, from the first.</param>
    /// <param name="groups">Groups to leave out, one at a time.</param>
    /// <returns>A row a group, after one with the group <c>nothing</c>.</returns>
    public IReadOnlyList<(string Group, IReadOnlyDictionary<string, double> F1)> Ablate(int folds, IReadOnlyList<string> groups)
    {
        string[] rows = ["nothing", .. groups];
        var scores = rows.ToDictionary(r => r, _ => new List<(string Kind, double F1)>());
        for (var fold = 0; fold < folds; fold++)
        {
            var (tables, _) = ReadWithout(fold);
            var data = Bin(tables, Features.FirstStage);
            var weights = Weights(p => p.Fold != fold);
            foreach (var row in rows)
            {
                var model = BoostedTrees.Grow(data.Without(c => Features.Group((Feature)c) == row), Targets(), weights, first);
                for (var i = 0; i < pages.Count; i++)
                {
                    if (pages[i].Fold == fold)
                    {
                        scores[row].Add((pages[i].Page.Kind, F1(pages[i], model.Score(tables[i].Table))));
                    }
                }

                Console.Error.WriteLine($"fold {fold} without {row}");
            }
        }

        return [.. rows.Select(r => (r, (IReadOnlyDictionary<string, double>)scores[r].Concat(scores[r].Select(s => (Kind: "all", s.F1)))
            .GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.Average(s => s.F1))))];
    }

    private static float F1(TrainingPage page, float[] logOdds)
    {
        float[] scores = [.. logOdds.Take(page.Words.Length).Select(TreeEnsemble.Probability)];
        return page.F1(scores, TextSelection.Threshold(scores, page.Words).Threshold);
    }

    /// <summary>The first stage and the token odds it goes with, on all pages.</summary>
    public (TreeEnsemble Model, Dictionary<uint, TokenOdd> Odds) TrainFirstOnAll()
    {
        var (tables, odds) = ReadWithout(-1);
        return (TrainFirst(tables, _ => true), odds());
    }

    /// <summary>The second stage on all pages; it learns from first-stage scores of models that had not seen the page's host.</summary>
    public TreeEnsemble TrainSecondOnAll() => TrainSecond(_ => true);

    /// <summary>Features of all pages with the token odds that are known without one fold (-1: with all).</summary>
    private ((PageView View, FeatureTable Table)[] Tables, Func<Dictionary<uint, TokenOdd>> Odds) ReadWithout(int fold)
    {
        var total = TokenTally.Sum(_hosts.Where(h => FoldOf(h.Key) != fold).Select(h => h.Value));
        var shop = TokenTally.Sum(_shopHosts.Where(h => FoldOf(h.Key) != fold).Select(h => h.Value));
        var tables = new (PageView, FeatureTable)[pages.Count];
        Parallel.For(0, pages.Count, i =>
        {
            var page = pages[i];
            var (host, hostShop) = page.Fold == fold ? (null, null) : (_hosts[page.Page.Host], _shopHosts.GetValueOrDefault(page.Page.Host));
            var view = page.See(TokenTally.Odds(total, shop, host, hostShop));
            tables[i] = (view, FeatureReader.Read(view, page.Row, page.Kinds));
        });
        return (tables, () => TokenTally.Odds(total, shop));
    }

    private TreeEnsemble TrainFirst((PageView View, FeatureTable Table)[] tables, Func<TrainingPage, bool> isIn) =>
        BoostedTrees.Grow(Bin(tables, Features.FirstStage), Targets(), Weights(isIn), first);

    private TreeEnsemble TrainSecond(Func<TrainingPage, bool> isIn) =>
        BoostedTrees.Grow(_oneTable ?? throw new InvalidOperationException("run the folds first"), Targets(), Weights(isIn), second);

    private BinnedData Bin((PageView View, FeatureTable Table)[] tables, int columns)
    {
        var rows = tables.Sum(t => t.Table.Blocks);
        var data = new BinnedData(rows, columns);
        Parallel.For(0, columns, c =>
        {
            if (!uses((Feature)c))
            {
                return;
            }

            var values = new float[rows];
            var at = 0;
            foreach (var (_, table) in tables)
            {
                table.Column(c)[..table.Blocks].CopyTo(values.AsSpan(at));
                at += table.Blocks;
            }

            data.Set(c, values);
        });
        return data;
    }

    private static Dictionary<string, TokenTally> ByHost(IEnumerable<TrainingPage> pages) =>
        pages.Where(p => p.Original is null).GroupBy(p => p.Page.Host).ToDictionary(g => g.Key, g => TokenTally.Sum(g.Select(p => p.Tally)).AsOne());

    private float[] Targets() => [.. pages.SelectMany(p => p.Targets.Select(t => (float)t.Share))];

    private float[] Weights(Func<TrainingPage, bool> isIn) => [.. pages.SelectMany(p => isIn(p) ? p.Weights.Select(w => w * p.Trust) : new float[p.Weights.Length])];

    /// <summary>
    /// An article of which a model that has not seen its host gets next to nothing right mostly has a gold text that
    /// stops early; it counts for less in what is trained from here on.
    /// </summary>
    private void Doubt(int fold)
    {
        foreach (var page in pages.Where(p => p.Fold == fold && p.Original is null && p.Page is { Kind: "article", IsMarked: false }))
        {
            page.Trust = F1(page, page.FirstScores) < Doubtful ? LeastTrust : 1;
        }
    }
}
