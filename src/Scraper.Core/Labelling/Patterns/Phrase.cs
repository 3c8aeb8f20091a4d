namespace Scraper.Core.Labelling;

/// <summary>
/// A pattern over words: <c>*</c> stands for any words (or none), <c>#</c> for a number, <c>a|b</c> for either word,
/// <c>:</c> for a colon. Case, other punctuation and kinds of quotes do not matter. Matching takes at most
/// phrase × text steps.
/// </summary>
internal sealed class Phrase
{
    private readonly string[][] _parts;
    private readonly PartKind[] _kinds;

    private Phrase(string source, string[][] parts)
    {
        Source = source;
        _parts = parts;
        _kinds = Array.ConvertAll(parts, static p => p is ["*"] ? PartKind.Any : p is ["#"] ? PartKind.Number : PartKind.Words);
    }

    /// <summary>The phrase as written.</summary>
    public string Source { get; }

    /// <summary>Whether a colon is part of the phrase: it names its line so clearly that the line's length says nothing more.</summary>
    public bool HasColon => _parts.Any(p => p is [":"]);

    /// <summary>How many words it names; what else a line has, <c>*</c> stands for.</summary>
    public int Named => _kinds.Count(static k => k != PartKind.Any);

    /// <summary>Whether the phrase goes on with any words.</summary>
    public bool IsOpenEnded => _parts[^1] is ["*"];

    /// <summary>Reads a phrase.</summary>
    /// <exception cref="FormatException">It has no word, a part without letters, or an alternative of several words.</exception>
    public static Phrase Parse(string source)
    {
        var parts = new List<string[]>();
        foreach (var token in source.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is "*" or "#" or ":")
            {
                parts.Add([token]);
            }
            else if (!token.AsSpan().ContainsAnyExceptInRange('a', 'z'))
            {
                // Most are: a word as it is compared.
                parts.Add([token]);
            }
            else if (token.Contains('|'))
            {
                parts.Add([.. token.Split('|').Select(a => Words.Of(a) is [var word] ? word : throw new FormatException($"'{a}' in '{source}' is not one word"))]);
            }
            else
            {
                var words = Words.Of(token);
                parts.AddRange(words.Count > 0 ? words.Select(w => new[] { w }) : throw new FormatException($"'{token}' in '{source}' has no letters"));
            }
        }

        if (parts.All(p => p is ["*"]))
        {
            throw new FormatException($"'{source}' would match every line");
        }

        return new Phrase(source, [.. parts]);
    }

    /// <summary>Whether the phrase matches all of the words.</summary>
    public bool IsMatch(WordRun words)
    {
        int part = 0, word = 0, star = -1, mark = 0;
        while (word < words.Count)
        {
            if (part < _parts.Length && _kinds[part] == PartKind.Any)
            {
                star = part++;
                mark = word;
            }
            else if (part < _parts.Length && Fits(part, words[word]))
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

        while (part < _parts.Length && _kinds[part] == PartKind.Any)
        {
            part++;
        }

        return part == _parts.Length;
    }

    private bool Fits(int part, ReadOnlySpan<char> word)
    {
        if (_kinds[part] == PartKind.Number)
        {
            foreach (var c in word)
            {
                if (!char.IsDigit(c))
                {
                    return false;
                }
            }

            return true;
        }

        foreach (var alternative in _parts[part])
        {
            if (word.SequenceEqual(alternative))
            {
                return true;
            }
        }

        return false;
    }

    private enum PartKind : byte
    {
        Words,
        Any,
        Number,
    }
}
