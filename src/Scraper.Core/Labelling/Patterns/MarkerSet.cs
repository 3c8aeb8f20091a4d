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

    /// <summary>Reads one file.</summary>
    /// <exception cref="FormatException">A heading or line is not of the form that the README gives; the message names file and line.</exception>
    internal static IEnumerable<Marker> Read(TextReader reader, string language) =>
        PhraseFile.Read<MarkerKind, Label>(reader, $"markers {language}", "[kind label]").Select(p => new Marker(p.First, p.Second, p.Phrase, language));
}
