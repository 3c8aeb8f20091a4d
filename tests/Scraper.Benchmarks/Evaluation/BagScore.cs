using Scraper.Benchmarks.Training;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>WCXB's metric: multisets of lower-case words.</summary>
internal static class BagScore
{
    public static (double P, double R, double F1) Of(string gold, string text)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        var goldWords = Words.Of(gold);
        foreach (var w in goldWords)
        {
            left[w] = left.GetValueOrDefault(w) + 1;
        }

        var words = Words.Of(text);
        if (goldWords.Count == 0 || words.Count == 0)
        {
            return goldWords.Count == words.Count ? (1, 1, 1) : (0, 0, 0);
        }

        var hits = 0;
        foreach (var w in words)
        {
            if (left.TryGetValue(w, out var n) && n > 0)
            {
                left[w] = n - 1;
                hits++;
            }
        }

        double p = (double)hits / words.Count, r = (double)hits / goldWords.Count;
        return (p, r, hits == 0 ? 0 : 2 * p * r / (p + r));
    }
}
