using Scraper.Benchmarks.Data;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>The whole of training and judging, in its order: kinds, first stage, second stage, confidence.</summary>
internal sealed class Experiment
{
    /// <summary>One page in so many is learnt a second time as a foreign one.</summary>
    private const int Every = 3;

    /// <summary>Languages inflect: a list of stop words knows more of some than of others.</summary>
    private static readonly float[] StopWordsKnown = [1, 0.5f, 0];

    private readonly TrainingPage[] _all;
    private readonly KindTraining _kinds;
    private readonly CrossValidation _blocks;

    /// <param name="benchmark">Folder that holds wcxb-dev.</param>
    /// <param name="marked">Folder of the pages that were written for training, or <see langword="null"/> to go without.</param>
    /// <param name="trees">Trees a stage.</param>
    /// <param name="uses">The features that are used.</param>
    public Experiment(string benchmark, string? marked, int trees, Func<Feature, bool> uses)
    {
        Pages = Read(BenchmarkReader.Read(benchmark));
        Marked = marked is null ? [] : Read(MarkedPageReader.Read(marked));
        Foreign = [.. Pages.Concat(Marked).Where((_, i) => i % Every == 0).Select((p, i) => p.InForeignWords(StopWordsKnown[i % StopWordsKnown.Length]))];
        _all = [.. Pages, .. Marked, .. Foreign];
        _kinds = new KindTraining([.. Pages, .. Marked]);
        _blocks = new CrossValidation(
            _all, new BoostingOptions(Trees: trees, Seed: 1), new BoostingOptions(Trees: trees, Seed: 2), uses);
    }

    public IReadOnlyList<TrainingPage> Pages { get; }

    /// <summary>The pages that were written for training.</summary>
    public IReadOnlyList<TrainingPage> Marked { get; }

    /// <summary>Some of the pages as if they were written in a language of which the model knows no word.</summary>
    public IReadOnlyList<TrainingPage> Foreign { get; }

    /// <summary>Gives every page the verdict of models that have not seen its host.</summary>
    public void Judge()
    {
        _kinds.CrossValidate();
        Console.Error.WriteLine("page kinds told");
        _blocks.Run();
        new ConfidenceTraining(_all).CrossValidate();
    }

    /// <summary>Judges from a file of earlier scores where there is one; else the file is written.</summary>
    /// <exception cref="InvalidDataException">The file is of pages read otherwise than now.</exception>
    public void Judge(FileInfo cache)
    {
        if (cache.Exists)
        {
            ScoreCache.Read(_all, cache);
            return;
        }

        Judge();
        ScoreCache.Write(_all, cache);
    }

    /// <summary>What the first stage loses without each group of features.</summary>
    public IReadOnlyList<(string Group, IReadOnlyDictionary<string, double> F1)> Ablate(int folds)
    {
        _kinds.CrossValidate();
        string[] groups = [.. Enum.GetValues<Feature>().Where(f => (int)f < Features.FirstStage).Select(Features.Group).Distinct()];
        return _blocks.Ablate(folds, groups);
    }

    /// <summary>Trains on all pages; <see cref="Judge()"/> must have run, for the later stages learn from its scores.</summary>
    public GenericModel TrainOnAll()
    {
        var (kindModel, _, kindOdds) = _kinds.Train(-1);
        var second = _blocks.TrainSecondOnAll();
        var (first, odds) = _blocks.TrainFirstOnAll();
        return new GenericModel(TokenOdds.Of(odds), KindOdds.Of(kindOdds.Odds()), kindModel, first, second, new ConfidenceTraining(_all).Train(-1));
    }

    private static TrainingPage[] Read(IReadOnlyList<BenchmarkPage> pages) => [.. pages.AsParallel().AsOrdered().Select(p => new TrainingPage(p, CrossValidation.FoldOf(p.Host)))];
}
