using System.Collections.Frozen;

namespace Scraper.Core.Metadata;

/// <summary>
/// Guesses the language of a text: by its script where that says all (Japanese, Korean, Hebrew, Hindi …), else by
/// which language's commonest words (<c>stopwords.txt</c>) it has most of.
/// </summary>
internal static class LanguageGuess
{
    /// <summary>UTF-16 code units looked at.</summary>
    private const int Sample = 20_000;

    /// <summary>Fewest letters that tell anything.</summary>
    private const int FewestLetters = 20;

    /// <summary>Least share of common words, 0–1, and least lead over the next language, in words.</summary>
    private const double LeastShare = 0.1;

    private static readonly (char First, char Last, string Script)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0400', '\u052F', "cyrillic"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"),
        ('\u0600', '\u06FF', "arabic"), ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"),
        ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"),
        ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"),
        ('\u3400', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    private static readonly Lazy<FrozenDictionary<string, string[]>> StopWords = new(Load);

    /// <summary>The BCP 47 tag of the language, without a region, or <see langword="null"/> where the text says too little.</summary>
    /// <param name="text">Running text.</param>
    public static string? Of(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var letters = 0;
        foreach (var c in sample)
        {
            if (char.IsLetter(c))
            {
                letters++;
                var script = ScriptOf(c);
                counts[script] = counts.GetValueOrDefault(script) + 1;
            }
        }

        if (letters == 0)
        {
            return null;
        }

        // Japanese mixes kana with the characters it shares with Chinese; a tenth of kana settles it.
        var main = counts.MaxBy(c => c.Value).Key;
        return main == "zh" && counts.GetValueOrDefault("ja") * 10 > counts["zh"] ? "ja"
            : main is "latin" or "cyrillic" or "arabic" ? letters < FewestLetters ? null : ByWords(sample.ToString())
            : main;
    }

    private static string ScriptOf(char c)
    {
        if (c >= '\u0370')
        {
            foreach (var (first, last, script) in Scripts)
            {
                if (c >= first && c <= last)
                {
                    return script;
                }
            }
        }

        return "latin";
    }

    private static string? ByWords(string sample)
    {
        var scores = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = TextTokens.Of(sample).Where(t => t.Kind == TextTokenKind.Word).ToList();
        foreach (var word in words)
        {
            foreach (var language in StopWords.Value.GetValueOrDefault(word.Folded, []))
            {
                scores[language] = scores.GetValueOrDefault(language) + 1;
            }
        }

        var best = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value >= words.Count * LeastShare && best.Value > 1 ? best.Key : null;
    }

    /// <summary>For each word the languages that have it.</summary>
    private static FrozenDictionary<string, string[]> Load()
    {
        using var reader = EmbeddedText.Open("Metadata/stopwords.txt");
        var pairs = new List<(string Word, string Language)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(':') is [var language, var words] && line[0] != ';')
            {
                pairs.AddRange(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(w => (w, language)));
            }
        }

        return pairs.GroupBy(p => p.Word, p => p.Language).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }
}
