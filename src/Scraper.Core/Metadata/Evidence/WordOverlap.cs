namespace Scraper.Core.Metadata;

/// <summary>How many words two short texts share.</summary>
internal static class WordOverlap
{
    /// <summary>Shared words over the words of both (Dice), 0–1; case, marks and order do not count.</summary>
    public static double Of(string a, string b) => Of(Words(a), Words(b));

    /// <inheritdoc cref="Of(string, string)"/>
    public static double Of(List<string> left, List<string> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return 0;
        }

        var shared = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in left)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        foreach (var word in right)
        {
            if (counts.GetValueOrDefault(word) > 0)
            {
                counts[word]--;
                shared++;
            }
        }

        return 2.0 * shared / (left.Count + right.Count);
    }

    /// <summary>The words of a text joined by single spaces, for comparing.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    /// <summary>The words of a text, folded; no more than those of its first 1,000 UTF-16 code units.</summary>
    public static List<string> Words(string text)
    {
        text = text.Length > 1000 ? text[..1000] : text;
        var words = new List<string>(8);
        for (var i = 0; TextTokens.TryRead(text, ref i, known: null, out var token);)
        {
            if (token.Kind != TextTokenKind.Mark)
            {
                words.Add(token.Folded);
            }
        }

        return words;
    }
}
