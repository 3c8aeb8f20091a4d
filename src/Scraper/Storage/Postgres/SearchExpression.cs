using System.Text;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>A query as a <c>tsquery</c>.</summary>
/// <param name="Text">The expression.</param>
internal sealed record SearchExpression(string Text)
{
    /// <summary>The expression, or <see langword="null"/> where no term has a word.</summary>
    public static SearchExpression? Of(SearchQuery query)
    {
        var text = new StringBuilder();
        foreach (var term in query.Terms)
        {
            var words = WantedWords.Of(term);
            if (words.Count == 0)
            {
                continue;
            }

            var phrase = string.Join(" <-> ", words.Select(w => $"'{w.Word}'{(w.IsPrefix ? ":*" : string.Empty)}"));
            var join = term.Join switch { "OR" => " | ", "NOT" => " & !", _ => " & " };
            text.Append(text.Length > 0 ? join : string.Empty).Append('(').Append(phrase).Append(')');
        }

        return text.Length == 0 ? null : new SearchExpression(text.ToString());
    }

    /// <summary>The expression over the title's words only.</summary>
    public string InTitle() => Text.Replace(":*", ":*A", StringComparison.Ordinal).Replace("')", "':A)", StringComparison.Ordinal).Replace("' <->", "':A <->", StringComparison.Ordinal);
}
