namespace Scraper.Core.Labelling;

/// <summary>The markers of all languages, from the files in <c>Markers/</c> (format: its README).</summary>
internal sealed class MarkerSet
{
    private const string Folder = "Markers/";

    private readonly PhraseIndex<Marker> _markers;

    private MarkerSet(IEnumerable<MarkerEntry> markers) => _markers = new PhraseIndex<Marker>(markers);

    /// <summary>The markers shipped with the program.</summary>
    public static MarkerSet Shipped { get; } = new(Files.SelectMany(n => Entries(EmbeddedText.Read(n), n[Folder.Length..])));

    /// <summary>Names of the embedded files, in their order.</summary>
    internal static IEnumerable<string> Files => typeof(MarkerSet).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<Marker> On(WordBook book) => _markers.On(book);

    /// <summary>Reads the whole of one file.</summary>
    /// <exception cref="FormatException">A heading or line is not of the form that the README gives; the message names file and line.</exception>
    internal static IEnumerable<Marker> Read(string text, string language) => Entries(text, language).Select(e => e.Item);

    private static IEnumerable<MarkerEntry> Entries(string text, string language) =>
        PhraseFile.Lines<MarkerKind, Label>(text, $"markers {language}", "[kind label]").Select(p => new MarkerEntry(p.Line, p.First, p.Second, language));
}
