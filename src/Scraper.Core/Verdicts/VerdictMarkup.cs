using System.Buffers;

namespace Scraper.Core.Verdicts;

/// <summary>Pieces of markup that only one kind of page has, from <c>markup.txt</c>: <c>[kind]</c> headings, exact text a line, <c>;</c> comments.</summary>
internal sealed class VerdictMarkup
{
    private readonly Dictionary<PageVerdictKind, (string[] Texts, SearchValues<string> Any)> _tokens;

    private VerdictMarkup(IEnumerable<(PageVerdictKind Kind, string Text)> tokens) => _tokens = tokens
        .GroupBy(t => t.Kind, t => t.Text)
        .ToDictionary(g => g.Key, g => (g.ToArray(), SearchValues.Create([.. g], StringComparison.Ordinal)));

    /// <summary>The file shipped with the program.</summary>
    public static VerdictMarkup Shipped { get; } = new(Read(EmbeddedText.Open("Verdicts/markup")));

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">A heading is no kind, or text stands before any; the message names the line.</exception>
    public static IEnumerable<(PageVerdictKind Kind, string Text)> Read(TextReader reader)
    {
        PageVerdictKind? kind = null;
        var number = 0;
        while (reader.ReadLine()?.Trim() is { } line)
        {
            number++;
            if (line is ['[', .. var name, ']'])
            {
                kind = Labelling.Names.TryParse<PageVerdictKind>(name, out var known) ? known : throw new FormatException($"verdict markup, line {number}: '{name}' is no kind of page");
            }
            else if (line is not ("" or [';', ..]))
            {
                yield return (kind ?? throw new FormatException($"verdict markup, line {number}: text stands before any '[kind]'"), line);
            }
        }
    }

    /// <summary>The piece of a kind that stands in the source; <see langword="null"/> where none does.</summary>
    public string? Find(PageVerdictKind kind, string source) =>
        _tokens.TryGetValue(kind, out var tokens) && source.AsSpan().ContainsAny(tokens.Any)
            ? Array.Find(tokens.Texts, t => source.Contains(t, StringComparison.Ordinal))
            : null;
}
