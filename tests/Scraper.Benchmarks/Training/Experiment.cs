using Scraper.Benchmarks.Data;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>The whole of training and judging, in its order: kinds, first stage, second stage, confidence.</summary>
internal sealed class Experiment
{
    private readonly KindTraining _kinds;
    private readonly CrossValidation _blocks;

    public Experiment(string benchmark, int trees, Func<Feature, bool> uses)
    {
        Pages = [.. BenchmarkReader.Read(benchmark).AsParallel().AsOrdered().Select(p => new TrainingPage(p, CrossValidation.FoldOf(p.Host)))];
        _kinds = new KindTraining(Pages);
        _blocks = new CrossValidation(
            Pages, new BoostingOptions(Trees: trees, Seed: 1), new BoostingOptions(Trees: trees, Seed: 2), uses);
    }

    public IReadOnlyList<TrainingPage> Pages { get; }

    /// <summary>Gives every page the verdict of models that have not seen its host.</summary>
    public void Judge()
    {
        _kinds.CrossValidate();
        Console.Error.WriteLine("page kinds told");
        _blocks.Run();
        new ConfidenceTraining(Pages).CrossValidate();
    }

    /// <summary>Judges from a file of earlier scores where there is one; else the file is written.</summary>
    /// <exception cref="InvalidDataException">The file is of pages read otherwise than now.</exception>
    public void Judge(FileInfo cache)
    {
        if (cache.Exists)
        {
            ScoreCache.Read(Pages, cache);
            return;
        }

        Judge();
        ScoreCache.Write(Pages, cache);
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
        return new GenericModel(TokenOdds.Of(odds), KindOdds.Of(kindOdds.Odds()), kindModel, first, second, new ConfidenceTraining(Pages).Train(-1));
    }
}
