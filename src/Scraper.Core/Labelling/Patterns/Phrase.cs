namespace Scraper.Core.Labelling;

/// <summary>
/// A pattern over words: <c>*</c> stands for any words (or none), <c>#</c> for a number, <c>a|b</c> for either word,
/// <c>:</c> for a colon. Case, other punctuation and kinds of quotes do not matter. Matching takes at most
/// phrase × text steps.
/// </summary>
internal sealed class Phrase
{
    private readonly string[][] _parts;

    private Phrase(string source, string[][] parts)
    {
        Source = source;
        _parts = parts;
    }

    /// <summary>The phrase as written.</summary>
    public string Source { get; }

    public static Phrase Parse(string source)
    {
        var parts = new List<string[]>();
        foreach (var token in source.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "*" or "#" or ":")
            {
                parts.Add([token]);
            }
            else if (token.Contains('|'))
            {
                parts.Add([.. token.Split('|').SelectMany(Words.Of)]);
            }
            else
            {
                parts.AddRange(Words.Of(token).Select(w => new[] { w }));
            }
        }

        return new Phrase(source, [.. parts]);
    }

    /// <summary>Whether the phrase matches all of the words.</summary>
    public bool IsMatch(IReadOnlyList<string> words)
    {
        int part = 0, word = 0, star = -1, mark = 0;
        while (word < words.Count)
        {
            if (part < _parts.Length && _parts[part] is ["*"])
            {
                star = part++;
                mark = word;
            }
            else if (part < _parts.Length && Fits(_parts[part], words[word]))
            {
                part++;
                word++;
            }
            else if (star >= 0)
            {
                part = star + 1;
                word = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (part < _parts.Length && _parts[part] is ["*"])
        {
            part++;
        }

        return part == _parts.Length;
    }

    private static bool Fits(string[] part, string word) =>
        part is ["#"] ? word.All(char.IsDigit) : Array.IndexOf(part, word) >= 0;
}
