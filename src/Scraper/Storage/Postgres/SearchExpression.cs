using System.Text;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>A query as a <c>tsquery</c>.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Wanted">The words that a snippet shows, folded; with whether more may follow.</param>
internal sealed record SearchExpression(string Text, IReadOnlyList<(string Word, bool IsPrefix)> Wanted)
{
    /// <summary>The expression, or <see langword="null"/> where no term has a word.</summary>
    public static SearchExpression? Of(SearchQuery query)
    {
        var text = new StringBuilder();
        var wanted = new List<(string, bool)>();
        foreach (var term in query.Terms)
        {
            var words = SearchWords.Of(term.Words).Select(w => w.Word).Where(w => w.Length > 0).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            var phrase = string.Join(" <-> ", words.Select((w, i) => $"'{w}'{(term.IsPrefix && i == words.Count - 1 ? ":*" : string.Empty)}"));
            var join = term.Join switch { "OR" => " | ", "NOT" => " & !", _ => " & " };
            text.Append(text.Length > 0 ? join : string.Empty).Append('(').Append(phrase).Append(')');
            if (term.Join != "NOT")
            {
                wanted.AddRange(words.Select((w, i) => (w, term.IsPrefix && i == words.Count - 1)));
            }
        }

        return text.Length == 0 ? null : new SearchExpression(text.ToString(), wanted);
    }

    /// <summary>Whether a word of a text is one that is shown.</summary>
    public bool Wants(string word) => Wanted.Any(w => w.IsPrefix ? word.StartsWith(w.Word, StringComparison.Ordinal) : word == w.Word);

    /// <summary>The expression over the title's words only.</summary>
    public string InTitle() => Text.Replace(":*", ":*A", StringComparison.Ordinal).Replace("')", "':A)", StringComparison.Ordinal).Replace("' <->", "':A <->", StringComparison.Ordinal);
}
