using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Scraper.Core.Decoding;

namespace Scraper.Core.Blocks;

/// <summary>
/// Finds the article of a page whose markup is made by a script, in the state that the script begins with: a list of an editor's blocks
/// (<see cref="RichText"/>) or a string of HTML. Of several that one is taken whose object is called as the page is, then the longest.
/// </summary>
internal sealed class StateText
{
    /// <summary>A text of less weight, in letters, is a teaser.</summary>
    private const int Least = 500;

    private const int LongestData = 8_000_000;

    /// <summary>Share of an article that is paragraphs of some length, not names and figures.</summary>
    private const double MostlyProse = 0.5;

    /// <summary>Objects between a title and the text it belongs to.</summary>
    private const int FarthestTitle = 3;

    private const int LongestTitle = 400;

    /// <summary>Letters and digits of the shortest title that is believed.</summary>
    private const int ShortestTitle = 6;

    /// <summary>Titles of the page that are looked for, its <c>title</c> first.</summary>
    private const int MostTitles = 8;

    /// <summary>Fewest items of a list that may be an article.</summary>
    private const int FewestBlocks = 3;

    private const int MostReferences = 100_000;

    private readonly List<string> _titles;
    private readonly HashSet<char> _initials;
    private readonly RichText _rich;
    private readonly Dictionary<string, JsonElement> _named = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;
    private (bool IsTitled, int Weight, int Length, string Html)? _best;

    private StateText(BlockOutline outline, CancellationToken cancellationToken)
    {
        _titles = [.. TitlesOf(outline).Take(MostTitles).Select(Letters).Where(t => t.Length >= ShortestTitle)];
        _initials = [.. _titles.Select(t => t[0])];
        _rich = new RichText(_named);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The article as HTML, or <see langword="null"/>.</summary>
    /// <param name="outline">What the page has beside its blocks.</param>
    /// <param name="atLeast">The least length of its text, in UTF-16 code units.</param>
    /// <param name="isBare">Whether the page shows next to nothing; of others, and of texts that no title says to be the page's, only what says that it is an article is read.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static string? Find(BlockOutline outline, int atLeast, bool isBare, CancellationToken cancellationToken)
    {
        var saysArticle = SaysArticle(outline);
        if (!isBare && !saysArticle)
        {
            return null;
        }

        var state = new StateText(outline, cancellationToken);
        foreach (var script in outline.Data)
        {
            if (TextOf(script) is { } json)
            {
                state.Read(json);
            }
        }

        var scripts = StateScript.Read(outline.Scripts.Select(TextOf).OfType<ReadOnlyMemory<char>>());
        foreach (var json in scripts.Data)
        {
            state.Read(json);
        }

        foreach (var html in scripts.Markup)
        {
            state.Add(html, isTitled: false);
        }

        return state._best is { } best && best.Weight >= Least && best.Length >= atLeast && (best.IsTitled || (isBare && saysArticle)) ? best.Html : null;
    }

    /// <summary>Whether a script is long enough to hold an article, or a row of one.</summary>
    /// <param name="script">A script.</param>
    public static bool MayHold(HtmlElement script) => TextOf(script) is not null;

    private static ReadOnlyMemory<char>? TextOf(HtmlElement script) =>
        script.ChildSpan is [HtmlText { Text.Length: <= LongestData } only] && (only.Text.Length >= Least / 2 || StateScript.IsRow(only.Text.Span)) ? only.Text : null;

    /// <summary>Whether the page says that it is an article: a shop or a list has texts in its state, too, and shows what matters of them.</summary>
    private static bool SaysArticle(BlockOutline outline) =>
        outline.Metas.Exists(m => (m.Attribute("property") ?? m.Attribute("name")) is "og:type" && m.Attribute("content")?.Contains("article", StringComparison.OrdinalIgnoreCase) == true)
        || outline.Data.Exists(d => d.Attribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true && TextOf(d) is { } json && (json.Span.Contains("Article\"", StringComparison.Ordinal) || json.Span.Contains("BlogPosting\"", StringComparison.Ordinal)));

    private static IEnumerable<string> TitlesOf(BlockOutline outline) =>
        outline.Metas.Where(m => (m.Attribute("property") ?? m.Attribute("name")) is "og:title" or "twitter:title").Select(m => m.Attribute("content") ?? string.Empty).Prepend(outline.Title?.TextContent() ?? string.Empty);

    private void Read(ReadOnlyMemory<char> json)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var document = PageJson.Parse(json);
            _named.Clear();
            if (document.RootElement.ValueKind == JsonValueKind.Object && json.Span.Contains("__ref", StringComparison.Ordinal))
            {
                NoteNamed(document.RootElement);
            }

            Walk(document.RootElement, FarthestTitle, isNamed: document.RootElement.ValueKind == JsonValueKind.Array);
        }
        catch (JsonException)
        {
            // A script that is no JSON holds no data to be read.
        }
    }

    private void NoteNamed(JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && _named.Count < MostReferences)
            {
                _named.TryAdd(property.Name, property.Value);
                NoteNamed(property.Value);
            }
        }
    }

    // The parser refuses more than 64 levels, so this recursion is bounded.
    private void Walk(JsonElement value, int sinceTitle, bool isNamed)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                sinceTitle = value.EnumerateArray().Any(IsTitle) ? 0 : sinceTitle;
                if (value.GetArrayLength() >= FewestBlocks && (_rich.Write(value) ?? (isNamed ? Paragraphs(value) : null)) is { } html)
                {
                    Add(html, sinceTitle < FarthestTitle);
                    break;
                }

                foreach (var item in value.EnumerateArray())
                {
                    Walk(item, sinceTitle, isNamed);
                }

                break;
            case JsonValueKind.Object:
                sinceTitle = value.EnumerateObject().Any(p => IsTitle(p.Value) || (p.Value.ValueKind == JsonValueKind.Object && p.Value.EnumerateObject().Any(q => IsTitle(q.Value)))) ? 0 : sinceTitle + 1;
                foreach (var property in value.EnumerateObject())
                {
                    Walk(property.Value, sinceTitle, DataText.IsNamed(property));
                }

                break;
            case JsonValueKind.String when isNamed && JsonMarshal.GetRawUtf8Value(value).Length >= Least / 2 && value.GetString() is { } text && DataMarkup.IsBlocks(text):
                Add(text, sinceTitle < FarthestTitle);
                break;
            default:
                break;
        }
    }

    /// <summary>Strings in a row, each a paragraph.</summary>
    private static string? Paragraphs(JsonElement array)
    {
        var html = new StringBuilder();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || item.GetString() is not { } text || text.Length > Least * Least)
            {
                return null;
            }

            html.Append("<p>").Append(DataMarkup.OfLine(text)).Append("</p>");
        }

        return html.ToString();
    }

    private bool IsTitle(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || JsonMarshal.GetRawUtf8Value(value) is not { Length: >= ShortestTitle and <= LongestTitle } raw)
        {
            return false;
        }

        // Behind its quote; most strings need no more than a look at their first letter.
        var first = (char)raw[1];
        if (_titles.Count == 0 || (char.IsAsciiLetterOrDigit(first) && !_initials.Contains(char.ToLowerInvariant(first))))
        {
            return false;
        }

        var letters = Letters(value.GetString()!);
        return letters.Length >= ShortestTitle && _titles.Exists(t => t.StartsWith(letters, StringComparison.Ordinal) ? letters.Length * 2 >= t.Length : letters.StartsWith(t, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private void Add(string html, bool isTitled)
    {
        var (length, weight) = DataMarkup.Measure(html);
        if (DataMarkup.ProseOf(html) < MostlyProse * weight)
        {
            return;
        }

        if (_best is not { } best || (isTitled, weight).CompareTo((best.IsTitled, best.Weight)) > 0)
        {
            _best = (isTitled, weight, length, html);
        }
    }
}
