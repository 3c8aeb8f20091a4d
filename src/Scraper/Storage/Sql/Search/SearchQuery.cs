using System.Globalization;
using System.Text;

namespace Scraper.Storage.Sql;

/// <summary>What a person types, taken apart so that it cannot be wrong: words, "phrases", prefix*, OR, NOT. NOT binds tightest, then AND.</summary>
internal sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    private const int MaxTerms = 32;

    // Each word of a phrase is looked up, too: half a million of them would hold a reader for a minute.
    private const int MaxWords = 100;
    private const int MaxLength = 4_000;

    /// <summary>The query. In quotes, AND, OR and NOT are words.</summary>
    /// <exception cref="FormatException">Nothing can be searched for; says what to do.</exception>
    public static SearchQuery Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"At most {MaxLength} characters; these are {text.Length}"));
        }

        var terms = new List<SearchTerm>();
        var words = 0;
        var pending = "AND";
        foreach (var (part, isQuoted) in Parts(text))
        {
            if (!isQuoted && part is "OR" or "NOT")
            {
                pending = part == "OR" || (terms.Count > 0 && pending != "OR") ? part
                    : throw new FormatException("NOT takes away from what the words before it find: give some, such as: port NOT harbour");
            }
            else if ((isQuoted || part != "AND") && HasWord(part))
            {
                if (terms.Count == MaxTerms)
                {
                    throw new FormatException($"At most {MaxTerms} words and phrases; put words that stand together in quotes");
                }

                words += SearchWords.Of(part).Count();
                if (words > MaxWords)
                {
                    throw new FormatException($"At most {MaxWords} words, those of phrases included; a shorter phrase finds the same");
                }

                terms.Add(new SearchTerm(terms.Count > 0 ? pending : "AND", part.TrimEnd('*').Replace('\0', ' '), part.EndsWith('*')));
                pending = "AND";
            }
        }

        return terms.Count > 0 ? new SearchQuery(terms) : throw new FormatException("Give at least one word");
    }

    private static bool HasWord(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static IEnumerable<(string Part, bool IsQuoted)> Parts(string text)
    {
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                yield return (parts[i], true);
            }
            else
            {
                foreach (var word in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (word, false);
                }
            }
        }
    }
}
