using System.Collections.Frozen;
using System.Reflection;

namespace Scraper.Core.Labelling;

/// <summary>The markers of all languages, from the files in <c>Markers/</c> (format: its README).</summary>
internal sealed class MarkerSet
{
    private const string Folder = "Markers/";

    private readonly FrozenDictionary<MarkerKind, PhraseIndex<Marker>> _markers;

    internal MarkerSet(IEnumerable<Marker> markers) =>
        _markers = markers.GroupBy(m => m.Kind).ToFrozenDictionary(g => g.Key, g => new PhraseIndex<Marker>(g.Select((m, i) => (m.Phrase, Rank(m.Phrase, i), m))));

    /// <summary>The markers shipped with the program.</summary>
    public static MarkerSet Shipped { get; } = new(
        typeof(MarkerSet).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(Open(n), n[Folder.Length..])));

    /// <summary>A marker of a kind that matches all of the words, or <see langword="null"/>.</summary>
    public Marker? Match(MarkerKind kind, WordRun words) => Match(kind, words, 0, static (_, _) => true);

    /// <summary>The same among the markers that a condition holds for.</summary>
    public Marker? Match<T>(MarkerKind kind, WordRun words, T state, Func<Marker, T, bool> condition) =>
        _markers.TryGetValue(kind, out var index) ? index.Match(words, state, condition) : null;

    /// <summary>A phrase that says how a line starts is believed before one that says how it ends, and that before all others.</summary>
    private static int Rank(Phrase phrase, int order) => ((phrase.FirstWord is not null ? 0 : phrase.LastWord is not null ? 1 : 2) << 24) + order;

    private static StreamReader Open(string name) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);

    /// <summary>Reads one file.</summary>
    /// <exception cref="FormatException">A heading or line is not of the form that the README gives; the message names file and line.</exception>
    internal static IEnumerable<Marker> Read(TextReader reader, string language) =>
        PhraseFile.Read<MarkerKind, Label>(reader, $"markers {language}", "[kind label]").Select(p => new Marker(p.First, p.Second, p.Phrase, language));
}
