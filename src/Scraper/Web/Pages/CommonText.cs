using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>Finds in other tellings the runs of words that stand in one.</summary>
internal sealed class CommonText
{
    /// <summary>Words in a row that make a run, as for stories.</summary>
    private const int Run = 4;

    private readonly HashSet<string> _runs = new(StringComparer.OrdinalIgnoreCase);

    public CommonText(string text)
    {
        var words = Words(text);
        for (var i = 0; i + Run <= words.Length; i++)
        {
            _runs.Add(Key(words, i));
        }
    }

    /// <summary>A paragraph with the common runs marked.</summary>
    public IEnumerable<Node> Mark(string paragraph)
    {
        var words = Words(paragraph);
        var common = new bool[words.Length];
        for (var i = 0; i + Run <= words.Length; i++)
        {
            if (_runs.Contains(Key(words, i)))
            {
                common.AsSpan(i, Run).Fill(true);
            }
        }

        for (var from = 0; from < words.Length;)
        {
            var to = from;
            while (to < words.Length && common[to] == common[from])
            {
                to++;
            }

            var text = string.Join(' ', words[from..to]);
            yield return common[from] ? E("mark", text) : text;
            yield return to < words.Length ? " " : string.Empty;
            from = to;
        }
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string[] words, int start) => string.Join(' ', words.AsSpan(start, Run).ToArray().Select(w => w.Trim('.', ',', ';', ':', '!', '?', '"', '“', '”', '(', ')')));
}
