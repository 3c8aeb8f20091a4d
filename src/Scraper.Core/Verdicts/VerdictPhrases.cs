using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>The phrases of all languages by which a page says what it is, from the files in <c>Phrases/</c>.</summary>
internal sealed class VerdictPhrases
{
    private const string Folder = "Verdicts/Phrases/";

    private readonly PhraseIndex<Phrase> _phrases;

    private VerdictPhrases(IEnumerable<VerdictPhraseEntry> phrases) => _phrases = new PhraseIndex<Phrase>(phrases);

    /// <summary>The phrases shipped with the program.</summary>
    public static VerdictPhrases Shipped { get; } = new(Files.SelectMany(n => Entries(EmbeddedText.Read(n), n[Folder.Length..])));

    /// <summary>Names of the embedded files, in their order.</summary>
    internal static IEnumerable<string> Files => typeof(VerdictPhrases).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads the whole of one file.</summary>
    /// <exception cref="FormatException">A line is not of the form that the README gives; the message names file and line.</exception>
    internal static IEnumerable<Phrase> Read(string text, string language) => Entries(text, language).Select(e => e.Phrase);

    /// <summary>Starts to search the texts of a page.</summary>
    public PhraseSearch<Phrase> On(WordBook book) => _phrases.On(book);

    /// <summary>The kind under which the index keeps a place and what a phrase there says.</summary>
    public static int Kind(VerdictPlace place, PageVerdictKind kind) => ((int)place * 16) + (int)kind;

    private static IEnumerable<VerdictPhraseEntry> Entries(string text, string language) =>
        PhraseFile.Lines<VerdictPlace, PageVerdictKind>(text, $"verdict phrases {language}", "[place kind]").Select(p => new VerdictPhraseEntry(p.Line, p.First, p.Second));
}
