using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What the outline needs to know of a line.</summary>
/// <param name="Block">The line.</param>
/// <param name="IsOpen">Whether nobody has labelled it yet.</param>
/// <param name="Run">Its words.</param>
/// <param name="Words">How many they are, as <see cref="Labelling.Words.Measure"/> counts.</param>
/// <param name="IsProse">Whether it reads as prose.</param>
/// <param name="IsCut">Whether it ends in "…".</param>
/// <param name="EndsOpen">Whether it ends in a colon, a comma or a dash, so that the next line belongs to it.</param>
internal sealed record OutlineLine(Block Block, bool IsOpen, WordRun Run, int Words, bool IsProse, bool IsCut, bool EndsOpen)
{
    /// <summary>Fewest words of a sentence that nothing ends.</summary>
    private const int UnstoppedWords = 12;

    /// <summary>Fewest words of a line that leads in what follows by its colon, and of one that is a sentence of its own for all that.</summary>
    private const int LeadInWords = 4;
    private const int LeadInSentence = 8;

    private IReadOnlyList<string>? _wordList;

    /// <summary>What it was labelled before, or <see langword="null"/>.</summary>
    public Label? Known { get; init; }

    /// <summary>Whether it belongs to a list, a verse or a table that has no marks (<see cref="BareLists"/>).</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether it is known to say who wrote or when.</summary>
    public bool IsField => Known is Label.Byline or Label.Date;

    /// <summary>Whether it is known as what pages put around an article: a menu's entry, a link to another article, a share bar, comments.</summary>
    public bool IsFurniture => Known is Label.Navigation or Label.Breadcrumb or Label.Related or Label.Social or Label.Comment or Label.Advert or Label.Consent or Label.SourceLink or Label.Continuation or Label.Other;

    /// <summary>Whether its colon leads in what follows: "They ask for four things:".</summary>
    public bool IsLeadIn => IsOpen && Words >= LeadInWords && Block.Text[^1] is (':' or '：');

    public bool IsItem => Block.Kind == BlockKind.ListItem;

    /// <summary>An open line that is neither prose nor an item: a heading, a caption, a field.</summary>
    public bool IsFragment => IsOpen && !IsProse && !IsItem;

    /// <summary>Whether it ends like a sentence but is too short to tell prose by.</summary>
    public bool IsShortSentence => IsFragment && !IsCut && Words >= 2 && Sentences.IsEnded(Block.Text);

    /// <summary>Whether it may be a sentence although nothing ends it, for its script has no full stop.</summary>
    public bool IsUnstopped => IsFragment && !IsCut && Words >= UnstoppedWords && Sentences.IsUnstopped(Block.Text);

    /// <summary>Whether it asks or exclaims, as headlines do that look like sentences.</summary>
    public bool IsQuestion => Block.Text[^1] is '?' or '!' or '？' or '！' or '؟';

    /// <summary>Its words as strings, equal ones the same object.</summary>
    public IReadOnlyList<string> WordList => _wordList ??= Run.ToStrings();

    /// <summary>Whether a text was cleaned before: none of its lines is known as what pages put around an article.</summary>
    public static bool AreCleaned(IReadOnlyList<OutlineLine> lines) => !lines.Any(l => l.IsFurniture);

    public static OutlineLine[] Read(LabelSheet sheet, CancellationToken cancellationToken)
    {
        sheet.Words.Clear();
        var lines = new OutlineLine[sheet.Document.Blocks.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = sheet.Document.Blocks[i];
            var words = sheet.WordsWithoutColons(block);
            lines[i] = new OutlineLine(
                block,
                sheet.IsOpen(i),
                words,
                words.Length,
                block.Kind == BlockKind.Line && (Sentences.IsProse(block.Text, words.Length) || (words.Length >= LeadInSentence && block.Text[^1] is (':' or '：'))),
                Sentences.IsCut(block.Text),
                block.Text[^1] is ':' or ',' or ';' or '-' or '–' or '—' or '：' or '，')
            {
                Known = sheet[i]?.Label,
            };
        }

        BareLists.Mark(lines);
        return lines;
    }
}
