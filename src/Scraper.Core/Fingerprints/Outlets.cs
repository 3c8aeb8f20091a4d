using System.Collections.Frozen;

namespace Scraper.Core.Fingerprints;

/// <summary>The names under which papers and agencies go.</summary>
/// <param name="names">Usual name and the folded words of one of its forms.</param>
/// <param name="leading">Words that may stand before a name and belong to it, such as articles.</param>
internal sealed class Outlets(IEnumerable<(string Name, string[] Form)> names, IReadOnlySet<string> leading)
{
    /// <summary>A longer word begins no name.</summary>
    private const int LongestWord = 64;

    private readonly FrozenDictionary<string, (string Name, string[] Form)[]> _byFirstWord = names
        .OrderByDescending(n => n.Form.Length)
        .GroupBy(n => n.Form[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a text may name an outlet: whether one of its words begins a name. Most texts have none.</summary>
    public bool MayBeIn(string text)
    {
        var known = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> room = stackalloc char[LongestWord];
        for (var word = CreditWord.Next(text, 0); !word.IsEmpty; word = CreditWord.Next(text, word.End))
        {
            if (char.IsUpper(text[word.Start]) && word.Length <= LongestWord && known.ContainsKey(CreditWord.Fold(text.AsSpan(word.Start, word.Length), room)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outlet whose name begins at a position, with where it starts (its article included) and ends.</summary>
    public (string Name, int Start, int End)? Match(IReadOnlyList<CreditWord> words, int at)
    {
        if (!words[at].IsCapital)
        {
            return null;
        }

        foreach (var (name, form) in _byFirstWord.GetValueOrDefault(words[at].Folded, []))
        {
            if (at + form.Length <= words.Count && IsAt(words, at, form))
            {
                var start = at;
                while (start > 0 && !words[start - 1].EndsSentence && (leading.Contains(words[start - 1].Folded) || words[start - 1].IsPossessive))
                {
                    start--;
                }

                return (name, start, at + form.Length);
            }
        }

        return null;
    }

    private static bool IsAt(IReadOnlyList<CreditWord> words, int at, string[] form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (words[at + i].Folded != form[i])
            {
                return false;
            }
        }

        return true;
    }
}
