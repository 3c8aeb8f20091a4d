using Scraper.Core.Labelling;

namespace Scraper.Core.Verdicts;

/// <summary>The phrases of all languages by which a page says what it is, from the files in <c>Phrases/</c>.</summary>
internal sealed class VerdictPhrases
{
    private const string Folder = "Verdicts/Phrases/";

    private readonly Dictionary<(VerdictPlace, PageVerdictKind), PhraseIndex<Phrase>> _phrases;

    private VerdictPhrases(IEnumerable<(VerdictPlace First, PageVerdictKind Second, Phrase Phrase)> phrases) =>
        _phrases = phrases.GroupBy(p => (p.First, p.Second)).ToDictionary(g => g.Key, g => new PhraseIndex<Phrase>(g.Select((p, i) => (p.Phrase, i, p.Phrase))));

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

    /// <summary>The phrase of a kind that matches one of the texts, as written; <see langword="null"/> where none does.</summary>
    public string? Find(VerdictPlace place, PageVerdictKind kind, IEnumerable<WordRun> texts) =>
        _phrases.GetValueOrDefault((place, kind)) is { } phrases
            ? texts.Select(words => phrases.Match(words, 0, static (_, _) => true)?.Source).FirstOrDefault(s => s is not null)
            : null;
}
