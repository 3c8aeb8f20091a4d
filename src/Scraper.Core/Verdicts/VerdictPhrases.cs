using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>The phrases of all languages by which a page says what it is, from the files in <c>Phrases/</c>.</summary>
internal sealed class VerdictPhrases
{
    private const string Folder = "Verdicts/Phrases/";

    private readonly PhraseIndex<Phrase> _phrases;

    private VerdictPhrases(IEnumerable<(VerdictPlace First, PageVerdictKind Second, Phrase Phrase)> phrases) =>
        _phrases = new PhraseIndex<Phrase>(phrases.Select((p, order) => new PhraseEntry<Phrase>(p.Phrase, Kind(p.First, p.Second), order, p.Phrase)));

    /// <summary>The phrases shipped with the program.</summary>
    public static VerdictPhrases Shipped { get; } = new(
        typeof(VerdictPhrases).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(n => Read(new StreamReader(typeof(VerdictPhrases).Assembly.GetManifestResourceStream(n)!), n[Folder.Length..])));

    /// <summary>Reads one file.</summary>
    /// <exception cref="FormatException">A line is not of the form that the README gives; the message names file and line.</exception>
    public static IEnumerable<(VerdictPlace First, PageVerdictKind Second, Phrase Phrase)> Read(TextReader reader, string language) =>
        PhraseFile.Read<VerdictPlace, PageVerdictKind>(reader, $"verdict phrases {language}", "[place kind]");

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<Phrase> On(WordBook book) => _phrases.On(book);

    /// <summary>The kind under which the index keeps a place and what a phrase there says.</summary>
    public static int Kind(VerdictPlace place, PageVerdictKind kind) => ((int)place * 16) + (int)kind;
}
