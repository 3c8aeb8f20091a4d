using System.Text;

namespace Scraper.Storage.Sql;

/// <summary>Turns what a person types into FTS5 syntax that cannot be wrong: words, "phrases", prefix*, OR, NOT.</summary>
internal static class SearchQuery
{
    private const int MaxTerms = 32;

    /// <summary>The FTS5 expression, or <see langword="null"/> where there is no word in it.</summary>
    public static string? ToFts(string query)
    {
        var fts = new StringBuilder();
        var pending = string.Empty;
        var terms = 0;
        foreach (var term in Terms(query).Take(MaxTerms))
        {
            if (term is "OR" or "NOT")
            {
                pending = terms > 0 ? term : string.Empty;
                continue;
            }

            if (term is "AND" || !term.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            if (terms++ > 0)
            {
                fts.Append(' ').Append(pending.Length > 0 ? pending : "AND").Append(' ');
            }

            var prefix = term.EndsWith('*');
            fts.Append('"').Append(term.TrimEnd('*').Replace('\0', ' ')).Append('"').Append(prefix ? "*" : string.Empty);
            pending = string.Empty;
        }

        return terms == 0 ? null : fts.ToString();
    }

    private static IEnumerable<string> Terms(string query)
    {
        var parts = query.Split('"');
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
