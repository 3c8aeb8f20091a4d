using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>How alike two texts are.</summary>
public static class TextLikeness
{
    /// <summary>F1 of precision and recall over the two multisets of folded words, 0–1; 1 for two empty texts.</summary>
    public static double WordF1(string expected, string text)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = Words.Of(expected);
        foreach (var word in words)
        {
            left[word] = left.GetValueOrDefault(word) + 1;
        }

        var (others, shared) = (Words.Of(text), 0);
        foreach (var word in others)
        {
            if (left.TryGetValue(word, out var n) && n > 0)
            {
                left[word] = n - 1;
                shared++;
            }
        }

        return words.Count + others.Count == 0 ? 1 : 2.0 * shared / (words.Count + others.Count);
    }
}
