namespace Scraper.Tests.Fixtures;

/// <summary>How alike two texts are: precision and recall over multisets of lower-case words.</summary>
internal static class WordF1
{
    public static double Of(string expected, string text)
    {
        var (a, b) = (Words(expected), Words(text));
        var shared = a.Sum(w => Math.Min(w.Value, b.GetValueOrDefault(w.Key)));
        return a.Count + b.Count == 0 ? 1 : 2.0 * shared / (a.Values.Sum() + b.Values.Sum());
    }

    private static Dictionary<string, int> Words(string text) =>
        text.ToLowerInvariant().Split([' ', '\n', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
}
