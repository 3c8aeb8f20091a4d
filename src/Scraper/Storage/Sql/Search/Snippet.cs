using System.Text;

namespace Scraper.Storage.Sql;

/// <summary>The passage of an article that shows most of what was searched for.</summary>
internal static class Snippet
{
    private const int Words = 24;

    /// <summary>Marks before and after each word that was searched for.</summary>
    private const string Before = "\u0002";
    private const string After = "\u0003";

    public static string Of(WantedWords wanted, string title, string body)
    {
        var inBody = Best(wanted, body);
        var inTitle = Best(wanted, title);
        return inTitle.Found > inBody.Found ? inTitle.Text : inBody.Text;
    }

    private static (int Found, string Text) Best(WantedWords wanted, string text)
    {
        var words = SearchWords.Of(text).Select(w => (w.Start, w.Length, IsWanted: wanted.Hold(w.Word), w.Word)).ToList();
        var (first, found) = (0, -1);
        var inWindow = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsWanted)
            {
                inWindow[words[i].Word] = inWindow.GetValueOrDefault(words[i].Word) + 1;
            }

            if (i >= Words && words[i - Words].IsWanted && --inWindow[words[i - Words].Word] == 0)
            {
                inWindow.Remove(words[i - Words].Word);
            }

            if (inWindow.Count > found)
            {
                // The window ends here; the word that made it the best stands in its middle where the text goes on.
                (first, found) = (Math.Max(0, i - (Words / 2)), inWindow.Count);
            }
        }

        return (Math.Max(found, 0), Mark(text, words.Skip(first).Take(Words).Select(w => (w.Start, w.Length, w.IsWanted)).ToList(), first > 0, first + Words < words.Count));
    }

    private static string Mark(string text, List<(int Start, int Length, bool IsWanted)> words, bool isCutBefore, bool isCutAfter)
    {
        if (words.Count == 0)
        {
            return string.Empty;
        }

        var snippet = new StringBuilder(isCutBefore ? "…" : string.Empty);
        var at = isCutBefore ? words[0].Start : 0;
        foreach (var (start, length, isWanted) in words)
        {
            snippet.Append(text, at, start - at);
            at = start + length;
            snippet.Append(isWanted ? Before : string.Empty).Append(text, start, length).Append(isWanted ? After : string.Empty);
        }

        return isCutAfter ? snippet.Append('…').ToString() : snippet.Append(text, at, text.Length - at).ToString();
    }
}
