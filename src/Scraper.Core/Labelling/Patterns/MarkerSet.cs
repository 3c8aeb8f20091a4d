using System.Reflection;

namespace Scraper.Core.Labelling;

/// <summary>The markers of all languages, from the files in <c>Markers/</c> (format: its README).</summary>
internal sealed class MarkerSet
{
    private const string Folder = "Markers/";

    /// <summary>The markers of each kind by the word they start with, else by the one they end with, else under no word.</summary>
    private readonly Dictionary<(MarkerKind Kind, string? First, string? Last), List<Marker>> _markers;

    internal MarkerSet(IEnumerable<Marker> markers) =>
        _markers = markers.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>The markers shipped with the program.</summary>
    public static MarkerSet Shipped { get; } = new(
        typeof(MarkerSet).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(Open(n), n[Folder.Length..])));

    /// <summary>A marker of a kind that matches all of the words, or <see langword="null"/>.</summary>
    public Marker? Match(MarkerKind kind, IReadOnlyList<string> words) => Match(kind, words, static _ => true);

    /// <summary>The same among the markers that a condition holds for.</summary>
    public Marker? Match(MarkerKind kind, IReadOnlyList<string> words, Func<Marker, bool> condition) =>
        words.Count == 0 ? null
        : Among((kind, words[0], null), words, condition) ?? Among((kind, null, words[^1]), words, condition) ?? Among((kind, null, null), words, condition);

    private Marker? Among((MarkerKind, string?, string?) key, IReadOnlyList<string> words, Func<Marker, bool> condition) =>
        _markers.GetValueOrDefault(key)?.Find(m => m.Phrase.IsMatch(words) && condition(m));

    private static (MarkerKind, string?, string?) Key(Marker marker) =>
        (marker.Kind, marker.Phrase.FirstWord, marker.Phrase.FirstWord is null ? marker.Phrase.LastWord : null);

    private static StreamReader Open(string name) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);

    /// <summary>Reads one file: <c>[kind label]</c> headings, a phrase a line, <c>;</c> comments.</summary>
    /// <exception cref="FormatException">A heading or line is not of that form; the message names file and line.</exception>
    internal static IEnumerable<Marker> Read(TextReader reader, string language)
    {
        (MarkerKind Kind, Label Label)? heading = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            line = line.Trim();
            if (line.Length == 0 || line[0] == ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                heading = Heading(line) ?? throw new FormatException($"markers {language}, line {number}: '{line}' is not '[kind label]'");
            }
            else if (heading is { } current)
            {
                yield return new Marker(current.Kind, current.Label, Parse(line, language, number), language);
            }
            else
            {
                throw new FormatException($"markers {language}, line {number}: a phrase stands before any '[kind label]'");
            }
        }
    }

    private static Phrase Parse(string line, string language, int number)
    {
        try
        {
            return Phrase.Parse(line);
        }
        catch (FormatException e)
        {
            throw new FormatException($"markers {language}, line {number}: {e.Message}", e);
        }
    }

    private static (MarkerKind, Label)? Heading(string line) =>
        line.Trim('[', ']').Split(' ') is [var kind, var label]
        && Names.TryParse<MarkerKind>(kind, out var k)
        && Names.TryParse<Label>(label, out var l)
            ? (k, l)
            : null;
}
