namespace Scraper.Storage.Sql;

/// <summary>What a person types, taken apart so that it cannot be wrong: words, "phrases", prefix*, OR, NOT. NOT binds tightest, then AND.</summary>
internal sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms)
{
    private const int MaxTerms = 32;

    /// <summary>The query, or <see langword="null"/> where there is no word in it.</summary>
    public static SearchQuery? Parse(string text)
    {
        var terms = new List<SearchTerm>();
        var pending = "AND";
        foreach (var part in Parts(text).Take(MaxTerms))
        {
            if (part is "OR" or "NOT")
            {
                pending = terms.Count > 0 ? part : "AND";
            }
            else if (part is not "AND" && part.Any(char.IsLetterOrDigit))
            {
                terms.Add(new SearchTerm(pending, part.TrimEnd('*').Replace('\0', ' '), part.EndsWith('*')));
                pending = "AND";
            }
        }

        return terms.Count == 0 ? null : new SearchQuery(terms);
    }

    private static IEnumerable<string> Parts(string text)
    {
        var parts = text.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                yield return parts[i];
            }
            else
            {
                foreach (var word in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return word;
                }
            }
        }
    }
}
