namespace Scraper.Storage.Sql;

/// <summary>The words of a query that a snippet shows, folded.</summary>
/// <param name="Words">Each, with whether more letters may follow.</param>
internal sealed record WantedWords(IReadOnlyList<(string Word, bool IsPrefix)> Words)
{
    public static WantedWords Of(SearchQuery query) => new([.. query.Terms.Where(term => term.Join != "NOT").SelectMany(Of)]);

    /// <summary>The words of a term in order.</summary>
    public static IReadOnlyList<(string Word, bool IsPrefix)> Of(SearchTerm term)
    {
        var words = SearchWords.Of(term.Words).Select(w => w.Word).Where(w => w.Length > 0).ToList();
        return [.. words.Select((w, i) => (w, term.IsPrefix && i == words.Count - 1))];
    }

    /// <summary>Whether a word of a text is one of them.</summary>
    public bool Hold(string word) => Words.Any(w => w.IsPrefix ? word.StartsWith(w.Word, StringComparison.Ordinal) : word == w.Word);
}
