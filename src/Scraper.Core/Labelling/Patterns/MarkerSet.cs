using System.Reflection;

namespace Scraper.Core.Labelling;

/// <summary>The markers of all languages, from the files in <c>Markers/</c> (format: its README).</summary>
internal sealed class MarkerSet
{
    private const string Folder = "Markers/";

    private readonly ILookup<MarkerKind, Marker> _markers;

    private MarkerSet(IEnumerable<Marker> markers) => _markers = markers.ToLookup(m => m.Kind);

    /// <summary>The markers shipped with the program.</summary>
    public static MarkerSet Shipped { get; } = new(
        typeof(MarkerSet).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(Open(n), n[Folder.Length..])));

    /// <summary>The first marker of a kind that matches all of the words, or <see langword="null"/>.</summary>
    public Marker? Match(MarkerKind kind, IReadOnlyList<string> words)
    {
        foreach (var marker in _markers[kind])
        {
            if (marker.Phrase.IsMatch(words))
            {
                return marker;
            }
        }

        return null;
    }

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
                yield return new Marker(current.Kind, current.Label, Phrase.Parse(line), language);
            }
            else
            {
                throw new FormatException($"markers {language}, line {number}: a phrase stands before any '[kind label]'");
            }
        }
    }

    private static (MarkerKind, Label)? Heading(string line) =>
        line.Trim('[', ']').Split(' ') is [var kind, var label]
        && Names.TryParse<MarkerKind>(kind, out var k)
        && Names.TryParse<Label>(label, out var l)
            ? (k, l)
            : null;
}
