namespace Scraper.Core.Fingerprints;

/// <summary>The names under which papers and agencies go.</summary>
/// <param name="names">Usual name and the folded words of one of its forms.</param>
/// <param name="leading">Words that may stand before a name and belong to it, such as articles.</param>
internal sealed class Outlets(IEnumerable<(string Name, string[] Form)> names, IReadOnlySet<string> leading)
{
    private readonly ILookup<string, (string Name, string[] Form)> _byFirstWord = names
        .OrderByDescending(n => n.Form.Length)
        .ToLookup(n => n.Form[0], StringComparer.Ordinal);

    /// <summary>The outlet whose name begins at a position, with where it starts (its article included) and ends.</summary>
    public (string Name, int Start, int End)? Match(IReadOnlyList<CreditWord> words, int at)
    {
        if (!words[at].IsCapital)
        {
            return null;
        }

        foreach (var (name, form) in _byFirstWord[words[at].Folded])
        {
            if (at + form.Length <= words.Count && form.Select((f, i) => words[at + i].Folded == f).All(same => same))
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
}
