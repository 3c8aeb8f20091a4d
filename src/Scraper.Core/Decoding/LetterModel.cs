using Scraper.Core.Yaml;

namespace Scraper.Core.Decoding;

/// <summary>Which letters stand beside which in the languages of one encoding, learnt from the embedded samples.</summary>
internal sealed class LetterModel
{
    private static readonly Lazy<IReadOnlyList<LetterModel>> Loaded = new(Load);

    // What pages of every language have beside letters; other symbols speak against a decoding.
    private const string PageSymbols = "\u00A0©®™°·•§«»‹›“”„‘’‚–—…€£×±½¼²³¡¿\u00AD、。「」・！？（）：，；《》";

    private readonly HashSet<char> _letters = [];
    private readonly HashSet<(char, char)> _pairs = [];

    private LetterModel(string encoding) => Encoding = encoding;

    /// <summary>One model for each encoding that can be detected, more common ones first.</summary>
    public static IReadOnlyList<LetterModel> All => Loaded.Value;

    /// <summary>WHATWG name.</summary>
    public string Encoding { get; }

    /// <summary>
    /// How much a decoded text looks like these languages: 1 for each letter beyond ASCII that stands beside a letter
    /// as in the samples, less for a known letter in a new place, a penalty for what no text has; divided by the bytes
    /// beyond ASCII, so that one- and two-byte encodings compare.
    /// </summary>
    public double Score(string text, int highBytes)
    {
        double score = 0;
        var previous = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                previous = c;
                continue;
            }

            if (PageSymbols.Contains(c))
            {
                score += 0.3;
            }
            else if (c == '\uFFFD' || char.IsControl(c) || c is >= '\uE000' and <= '\uF8FF')
            {
                score -= 3;
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                var lower = char.ToLowerInvariant(c);
                var next = i + 1 < text.Length ? text[i + 1] : ' ';
                var weight = Weight(lower, previous, next);
                score += char.IsUpper(c) && char.IsLower(previous) ? Math.Min(weight, -0.5) : weight;
            }
            else if (char.IsSymbol(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherNumber)
            {
                score -= 0.5;
            }

            previous = c;
        }

        return highBytes == 0 ? 0 : score / highBytes;
    }

    private double Weight(char c, char previous, char next)
    {
        // Letters of another script do not stand inside words of ASCII letters.
        if (c >= '\u0370' && c < '\u2E80' && (char.IsAsciiLetter(previous) || char.IsAsciiLetter(next)))
        {
            return -1;
        }

        if (c is >= '\uFF61' and <= '\uFF9F')
        {
            return -0.5;
        }

        // An ideograph or syllable counts for its two bytes.
        var width = c >= '\u2E80' ? 2 : 1;
        if (!_letters.Contains(c))
        {
            return width == 2 ? -0.2 : -1;
        }

        var before = char.IsLetter(previous) ? _pairs.Contains((char.ToLowerInvariant(previous), c)) : (bool?)null;
        var after = char.IsLetter(next) ? _pairs.Contains((c, char.ToLowerInvariant(next))) : (bool?)null;
        return width * ((before, after) switch
        {
            (true, true) or (true, null) or (null, true) => 1,
            (null, null) => c is >= '\u0370' and < '\u2E80' ? 0.2 : 0.5,
            (true, false) or (false, true) => 0.6,
            _ => width == 2 ? 0.4 : 0,
        });
    }

    private void Learn(string text)
    {
        var previous = ' ';
        foreach (var c in text.Select(char.ToLowerInvariant))
        {
            if (c >= 0x80 && char.IsLetter(c))
            {
                _letters.Add(c);
            }

            if (char.IsLetter(c) && char.IsLetter(previous) && (c >= 0x80 || previous >= 0x80))
            {
                _pairs.Add((previous, c));
            }

            previous = c;
        }
    }

    private static List<LetterModel> Load()
    {
        var models = new Dictionary<string, LetterModel>(StringComparer.Ordinal);
        foreach (var sample in ((YamlList)EmbeddedYaml.Load("Decoding/samples.yaml")).Items)
        {
            var values = ((YamlMap)sample).Entries.ToDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal);
            foreach (var encoding in EmbeddedYaml.Texts(values["encodings"]))
            {
                if (!models.TryGetValue(encoding, out var model))
                {
                    models[encoding] = model = new LetterModel(encoding);
                }

                model.Learn(EmbeddedYaml.Text(values["text"]));
            }
        }

        return [.. models.Values];
    }
}
