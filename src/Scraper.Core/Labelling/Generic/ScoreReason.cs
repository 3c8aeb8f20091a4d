using System.Globalization;
using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Says in plain words what spoke for or against a block. It serves one page, on which the same is said of many.</summary>
internal sealed class ScoreReason(PagePrediction page)
{
    /// <summary>Facts given, at most.</summary>
    private const int MostFacts = 3;

    private static readonly (string Words, Func<FeatureTable, int, bool> Holds)[] For =
    [
        ("stands in articleBody", static (t, i) => t[Feature.CopyBody, i] > 0.6f),
        ("markup names that hold text elsewhere", static (t, i) => t[Feature.ClassPathMax, i] > 1),
        ("sentences", static (t, i) => t[Feature.TextSentences, i] >= 2),
        ("amid text", static (t, i) => t[Feature.ScoreWindow3, i] > 0.7f),
        ("in the box with most of the prose", static (t, i) => t[Feature.BoxShare1, i] > 0.4f),
    ];

    private static readonly (string Words, Func<FeatureTable, int, bool> Holds)[] Against =
    [
        ("mostly links", static (t, i) => t[Feature.TextLinkDensity, i] > 0.5f),
        ("markup names that hold no text elsewhere", static (t, i) => t[Feature.ClassPathMin, i] < -1),
        ("hidden", static (t, i) => t[Feature.TagHidden, i] == 1),
        ("said before", static (t, i) => t[Feature.CopyBefore, i] == 1),
        ("words of boilerplate", static (t, i) => t[Feature.WordMean, i] < -0.7f),
        ("in a box without text", static (t, i) => t[Feature.ScoreBox2, i] < 0.2f),
        ("not amid text", static (t, i) => t[Feature.ScoreWindow3, i] < 0.2f),
        ("short", static (t, i) => t[Feature.TextWords, i] < 6),
    ];

    private static readonly string[] Scores = [.. Enumerable.Range(0, 101).Select(n => (n / 100m).ToString("0.00", CultureInfo.InvariantCulture))];
    private static readonly string[] FactsFor = Sentences(For);
    private static readonly string[] FactsAgainst = Sentences(Against);

    private readonly Dictionary<(string Why, string Score, int Facts, bool IsText), string> _said = [];

    /// <summary>Why, then the score and the two or three strongest plain facts on its side.</summary>
    public string Of(int block, bool isText, string why)
    {
        var score = Score(page.Probabilities[block]);
        var facts = Facts(page.Table, block, isText ? For : Against);
        ref var said = ref CollectionsMarshal.GetValueRefOrAddDefault(_said, (why, score, facts, isText), out _);
        return said ??= string.Concat(why, why.Length == 0 ? "score " : "; score ", score, (isText ? FactsFor : FactsAgainst)[facts]);
    }

    private static string Score(float probability)
    {
        // Formatting a number takes longer than scoring a block; but halfway between two hundredths it knows better.
        var hundredths = probability * 100.0;
        var nearest = (int)(hundredths + 0.5);
        return Math.Abs(hundredths - nearest) < 0.499 && nearest is >= 0 and <= 100 ? Scores[nearest] : probability.ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>Which facts hold, a bit each.</summary>
    private static int Facts(FeatureTable table, int block, (string Words, Func<FeatureTable, int, bool> Holds)[] facts)
    {
        var bits = 0;
        for (var (k, found) = (0, 0); k < facts.Length && found < MostFacts; k++)
        {
            if (facts[k].Holds(table, block))
            {
                bits |= 1 << k;
                found++;
            }
        }

        return bits;
    }

    /// <summary>The words for every set of facts.</summary>
    private static string[] Sentences((string Words, Func<FeatureTable, int, bool> Holds)[] facts)
    {
        var sentences = new string[1 << facts.Length];
        for (var bits = 0; bits < sentences.Length; bits++)
        {
            var held = facts.Where((_, k) => (bits & (1 << k)) != 0).Select(f => f.Words).ToArray();
            sentences[bits] = held.Length == 0 ? string.Empty : $": {string.Join(", ", held)}";
        }

        return sentences;
    }
}
