using System.Reflection;

namespace Scraper.Core.Labelling;

/// <summary>The markers of all languages, from the files in <c>Markers/</c> (format: its README).</summary>
internal sealed class MarkerSet
{
    private const string Folder = "Markers/";

    private readonly PhraseIndex<Marker> _markers;

    internal MarkerSet(IEnumerable<Marker> markers) =>
        _markers = new PhraseIndex<Marker>(markers.Select((m, order) => new PhraseEntry<Marker>(m.Phrase, (int)m.Kind, Rank(m.Phrase, order), m)));

    /// <summary>The markers shipped with the program.</summary>
    public static MarkerSet Shipped { get; } = new(
        typeof(MarkerSet).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(Open(n), n[Folder.Length..])));

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<Marker> On(WordBook book) => _markers.On(book);

    /// <summary>A phrase that says how a line starts is believed before one that says how it ends, and that before all others.</summary>
    private static int Rank(Phrase phrase, int order) => ((phrase.FirstWord is not null ? 0 : phrase.LastWord is not null ? 1 : 2) << 24) + order;

    private static StreamReader Open(string name) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);

    /// <summary>Reads one file.</summary>
    /// <exception cref="FormatException">A heading or line is not of the form that the README gives; the message names file and line.</exception>
    internal static IEnumerable<Marker> Read(TextReader reader, string language) =>
        PhraseFile.Read<MarkerKind, Label>(reader, $"markers {language}", "[kind label]").Select(p => new Marker(p.First, p.Second, p.Phrase, language));
}
