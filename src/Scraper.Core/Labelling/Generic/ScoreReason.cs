using System.Globalization;

namespace Scraper.Core.Labelling;

/// <summary>Says in plain words what spoke for or against a block.</summary>
internal static class ScoreReason
{
    /// <summary>The score and the two or three strongest plain facts on its side.</summary>
    public static string Of(PagePrediction page, int block, bool isText)
    {
        var score = page.Probabilities[block].ToString("0.00", CultureInfo.InvariantCulture);
        var facts = Facts(page.Table, block, isText).Take(3).ToArray();
        return facts.Length == 0 ? $"score {score}" : $"score {score}: {string.Join(", ", facts)}";
    }

    private static IEnumerable<string> Facts(FeatureTable t, int i, bool isText)
    {
        if (isText)
        {
            if (t[Feature.CopyBody, i] > 0.6f) { yield return "stands in articleBody"; }
            if (t[Feature.ClassPathMax, i] > 1) { yield return "markup names that hold text elsewhere"; }
            if (t[Feature.TextSentences, i] >= 2) { yield return "sentences"; }
            if (t[Feature.ScoreWindow3, i] > 0.7f) { yield return "amid text"; }
            if (t[Feature.BoxShare1, i] > 0.4f) { yield return "in the box with most of the prose"; }
        }
        else
        {
            if (t[Feature.TextLinkDensity, i] > 0.5f) { yield return "mostly links"; }
            if (t[Feature.ClassPathMin, i] < -1) { yield return "markup names that hold no text elsewhere"; }
            if (t[Feature.TagHidden, i] == 1) { yield return "hidden"; }
            if (t[Feature.CopyBefore, i] == 1) { yield return "said before"; }
            if (t[Feature.WordMean, i] < -0.7f) { yield return "words of boilerplate"; }
            if (t[Feature.ScoreBox2, i] < 0.2f) { yield return "in a box without text"; }
            if (t[Feature.ScoreWindow3, i] < 0.2f) { yield return "not amid text"; }
            if (t[Feature.TextWords, i] < 6) { yield return "short"; }
        }
    }
}
