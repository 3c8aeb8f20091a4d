using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What the model says of a page.</summary>
/// <param name="View">The page.</param>
/// <param name="Table">The features of its blocks.</param>
/// <param name="Probabilities">Of each block to be text.</param>
/// <param name="Threshold">The least probability that is taken.</param>
/// <param name="Kinds">Probability of each <see cref="PageKind"/>.</param>
/// <param name="Confidence">Predicted F1 of the text, 0–1.</param>
internal sealed record PagePrediction(PageView View, FeatureTable Table, float[] Probabilities, float Threshold, float[] Kinds, float Confidence) : IDisposable
{
    /// <summary>Words of which a line has fewer to be short.</summary>
    private const int ShortLine = 15;

    /// <summary>The least probability of a short line of an article that is nothing but a link.</summary>
    private const float LeastOfLink = 0.7f;

    /// <summary>Where no choice of blocks promises more F1 than this, and no block is likelier text than not, the page shows no text: nothing is taken.</summary>
    private const float LeastExpected = 0.1f;

    private const float Likely = 0.5f;

    private const float Nothing = 1.01f;

    private readonly bool[] _linkRuns = LinkRuns.Of(View, Table);

    /// <summary>The likeliest kind.</summary>
    public PageKind Kind { get; } = (PageKind)Array.IndexOf(Kinds, Kinds.Max());

    /// <summary>Index of the first block that the page holds only in its data, past the last where there is none.</summary>
    public int FirstData { get; } = View.Outline.FirstDataBlock ?? View.Count;

    /// <summary>Index of the heading that repeats the page's title; next to no gold text holds it.</summary>
    public int? Headline { get; } = HeadlineOf(View, Table);

    /// <summary>Whether what holds of articles holds here: of a page in a language that the model knows no words of, kinds are told by less, and one that is none for sure is taken for one.</summary>
    public bool ReadsAsArticle => Kind == PageKind.Article || (View.Words.IsForeign && Kinds[(int)Kind] < Likely);

    /// <summary>
    /// Whether a block is taken for text. Where the text stands in the page's data, that is the article, and what the
    /// markup shows is around it.
    /// </summary>
    public bool IsText(int block) => View.Document.Blocks[block].Kind switch
    {
        BlockKind.Embed => false,
        BlockKind.Caption when FirstData < View.Count => false,
        _ => FirstData < View.Count ? block >= FirstData : Probabilities[block] >= Least(block),
    };

    /// <summary>F1, over characters, of what is text by the verdicts and what this takes, 0–1.</summary>
    public double Agreement(IReadOnlyList<LabelledBlock> blocks)
    {
        double mine = 0, theirs = 0, both = 0;
        foreach (var (block, verdict) in blocks)
        {
            var isMine = block.Kind != BlockKind.Embed && IsText(block.Index);
            var isTheirs = block.Kind != BlockKind.Embed && verdict.IsText;
            mine += isMine ? block.Text.Length : 0;
            theirs += isTheirs ? block.Text.Length : 0;
            both += isMine && isTheirs ? block.Text.Length : 0;
        }

        return mine + theirs == 0 ? 1 : 2 * both / (mine + theirs);
    }

    /// <summary>A short line of an article that is nothing but a link leads to another one, until it is likely enough that it does not.</summary>
    private float Least(int block) =>
        ReadsAsArticle && View.Shapes[block].ReadWords < ShortLine && (_linkRuns[block] || (View.Document.Blocks[block].Kind == BlockKind.Paragraph && Table[Feature.TextIsOneLink, block] == 1))
            ? Math.Max(Threshold, LeastOfLink) : Threshold;

    public void Dispose()
    {
        Table.Dispose();
        View.Dispose();
    }

    public static PagePrediction Of(PageView view, FeatureTable table, float[] kinds, float[] logOdds, TreeEnsemble? confidence)
    {
        var probabilities = new float[view.Count];
        var words = new int[view.Count];
        for (var i = 0; i < view.Count; i++)
        {
            probabilities[i] = TreeEnsemble.Probability(logOdds[i]);
            words[i] = view.Shapes[i].ReadWords;
        }

        var (threshold, expected) = TextSelection.Threshold(probabilities, words);
        var figures = ConfidenceRow.Read(kinds, probabilities, words, threshold, expected);
        // One block of a million words, of which none is likely, makes any choice look poor.
        var isEmpty = expected < LeastExpected && !probabilities.Any(p => p > Likely);
        return new PagePrediction(view, table, probabilities, isEmpty ? Nothing : threshold, kinds, confidence is null ? expected : TreeEnsemble.Probability(confidence.Score(figures)));
    }

    private static int? HeadlineOf(PageView view, FeatureTable table)
    {
        foreach (var block in view.Blocks)
        {
            if (block.Kind == BlockKind.Heading && (table[Feature.CopyIsTitle, block.Index] == 1 || (block.Level == 1 && table[Feature.CopyShareOfTitle, block.Index] > 0.7f)))
            {
                return block.Index;
            }
        }

        return null;
    }
}
