using Scraper.Benchmarks.Data;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Benchmarks.Training;

/// <summary>A benchmark page read into blocks, with what the gold says of each.</summary>
internal sealed class TrainingPage
{
    private readonly int _goldWords;
    private readonly float _stopWords = 1;
    private float _trust = 1;
    private float[] _row = [];
    private float[] _kinds = [];

    public TrainingPage(BenchmarkPage page, int fold)
    {
        Page = page;
        Fold = fold;
        Document = HtmlBlockReader.Read(HtmlTree.Parse(page.Html, HtmlLimits.Default, CancellationToken.None));
        Targets = GoldAlignment.Align(Document, page.Gold);
        Words = [.. Targets.Select(t => t.Words)];
        IsOpen = OpenText.Find(Document, page.Open);
        _goldWords = Training.Words.Of(page.Gold).Count;
        Bare = new PageView(Document, NoOdds.Instance);
        Tally = TokenTally.Of(Bare, Targets);
        Tokens = Bare.Tokens.ToArray();
        Weights = Weigh();
    }

    /// <summary>A page as if it were written in a language of which the model knows no word.</summary>
    private TrainingPage(TrainingPage original, float stopWords)
    {
        Original = original;
        _stopWords = stopWords;
        Page = original.Page with { Id = original.Page.Id + "~" };
        (Fold, Document, Targets, Words, _goldWords) = (original.Fold, original.Document, original.Targets, original.Words, original._goldWords);
        (IsOpen, Bare, Tally, Tokens, Weights) = (original.IsOpen, original.Bare, original.Tally, original.Tokens, original.Weights);
    }

    /// <summary>The page that this is a foreign form of; <see langword="null"/> for the page itself.</summary>
    public TrainingPage? Original { get; }

    public BenchmarkPage Page { get; }

    public int Fold { get; }

    public BlockDocument Document { get; }

    public BlockTarget[] Targets { get; }

    public int[] Words { get; }

    /// <summary>For each block whether it may as well be text as not.</summary>
    public bool[] IsOpen { get; }

    /// <summary>Words of the gold text, found in blocks or not.</summary>
    public int GoldWords => _goldWords;

    /// <summary>Weight of each block: its part in the page's F1, so that every page counts about the same.</summary>
    public float[] Weights { get; }

    public TokenTally Tally { get; }

    /// <summary>The page before anything is learnt.</summary>
    public PageView Bare { get; }

    public IReadOnlyList<uint> Tokens { get; }

    /// <summary>The page's row and kind probabilities, from a model that was not trained on its host.</summary>
    public float[] Row
    {
        get => Original?.Row ?? _row;
        set => _row = value;
    }

    public float[] Kinds
    {
        get => Original?.Kinds ?? _kinds;
        set => _kinds = value;
    }

    /// <summary>The page as a model sees it that was not trained on its host.</summary>
    public PageView View { get; set; } = null!;

    public FeatureTable Features { get; set; } = null!;

    public float[] FirstScores { get; set; } = [];

    /// <summary>How far the gold is believed, 0–1; known once the first stage has run over the folds.</summary>
    public float Trust
    {
        get => Original?.Trust ?? _trust;
        set => _trust = value;
    }

    public float[] Scores { get; set; } = [];

    public PagePrediction Prediction { get; set; } = null!;

    public float Confidence => Prediction.Confidence;

    public bool IsKindRight => Array.IndexOf(Kinds, Kinds.Max()) == KindTally.KindOf(Page);

    /// <summary>The text that is taken.</summary>
    public string Text => string.Join("\n\n", Document.Blocks.Where(b => Prediction.IsText(b.Index) && !IsOpen[b.Index]).Select(b => b.Text));

    /// <summary>F1 of the blocks at or over a threshold, by the words that the gold shares with them.</summary>
    public float F1(float[] probabilities, float threshold)
    {
        double hits = 0, taken = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var words = probabilities[i] >= threshold && !IsOpen[i] ? Targets[i].Words : 0;
            hits += Targets[i].Share * words;
            taken += words;
        }

        return hits == 0 ? 0 : (float)(2 * hits / (taken + _goldWords));
    }

    /// <summary>The page in a language of which the model knows no word, and of whose stop words the list has this share.</summary>
    public TrainingPage InForeignWords(float stopWords) => new(this, stopWords);

    /// <summary>The page as a model sees it that knows these odds.</summary>
    public PageView See(ITokenOdds odds)
    {
        var view = new PageView(Document, odds, areUnknown: Original is not null);
        for (var i = 0; i < view.Shapes.Length && _stopWords < 1; i++)
        {
            view.Shapes[i].StopWords = (int)(view.Shapes[i].StopWords * _stopWords);
        }

        return view;
    }

    private float[] Weigh()
    {
        var found = Targets.Sum(t => t.Words * t.Share);
        if (found < 0.3 * _goldWords || Document.Outline!.FirstDataBlock is not null)
        {
            // The page's text is not in its blocks, so they would teach that text is none.
            return new float[Targets.Length];
        }

        var weights = Targets.Select((t, i) => t.Words == 0 || IsOpen[i] ? 0 : (t.Words + 2f) / (_goldWords + 100f)).ToArray();
        var sum = weights.Sum();
        return sum > 3 ? [.. weights.Select(w => w * 3 / sum)] : weights;
    }
}
