using System.Buffers;
using System.Text;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>
/// Labels single lines by what their words say in any language that has a marker file: "Read more at …",
/// "(pictured)", an empty "BY". Then lets section headings ("Latest news") claim what follows them.
/// </summary>
internal sealed class PatternLabeller(MarkerSet markers) : ILabeller
{
    /// <summary>Longest line, in words, that a marker is believed about.</summary>
    private const int LongestMarker = 14;

    /// <summary>Longest line, in words, that is believed although it ends like a sentence.</summary>
    private const int LongestSentence = 8;

    /// <summary>Longest line, in words, for a marker that names itself by a colon: "Read also: …".</summary>
    private const int LongestNamed = 30;

    /// <summary>Longest notice, in words.</summary>
    private const int LongestNotice = 60;

    /// <summary>Longest byline or date line, in words.</summary>
    private const int LongestField = 30;

    /// <summary>UTF-16 code units by which a page's language is told.</summary>
    private const int SampleLength = 10_000;

    /// <summary>What stands between the entries of a bar.</summary>
    private static readonly SearchValues<char> Bars = SearchValues.Create("|·•›»¦");

    public void Label(LabelSheet sheet, CancellationToken cancellationToken)
    {
        var search = markers.On(sheet.Words);
        var fields = new FieldLines(sheet.Words, new Lazy<string?>(() => LanguageGuess.Of(Sample(sheet.Document.Blocks))));
        var sections = new Marker?[sheet.Document.Blocks.Count];
        foreach (var block in sheet.Document.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sheet.IsOpen(block.Index))
            {
                sections[block.Index] = Inspect(sheet, search, fields, block);
            }
        }

        if (sheet.Document.IsPlainText)
        {
            MailHead.Label(sheet);
            PageBreaks.Label(sheet);
            CaptionStanzas.Label(sheet);
        }

        CaptionPattern.LabelPictureNumbers(sheet);
        PictureCounters.LabelAll(sheet);
        if (sheet.Document.IsPlainText)
        {
            // In HTML the markup says where a section ends; in text only the lines do.
            SectionWalk.Label(sheet, sections);
        }
    }

    // A table's source stands in its last row.
    private static bool IsOfRows(Block block) => block.Kind == BlockKind.Table && block.Text.Contains('\n', StringComparison.Ordinal);

    private static string Sample(IReadOnlyList<Block> blocks)
    {
        var sample = new StringBuilder();
        for (var i = 0; i < blocks.Count && sample.Length < SampleLength; i++)
        {
            sample.Append(blocks[i].Text.AsSpan(0, Math.Min(blocks[i].Text.Length, SampleLength))).Append('\n');
        }

        return sample.ToString();
    }

    /// <summary>Labels a block if its own words say enough.</summary>
    /// <returns>The marker of the section that the block opens, or <see langword="null"/>.</returns>
    private static Marker? Inspect(LabelSheet sheet, PhraseSearch<Marker> search, FieldLines fields, Block block)
    {
        var book = sheet.Words;
        book.Clear();
        var words = sheet.WordsOf(block);
        if (words.Count == 0)
        {
            sheet.TryLabel(block.Index, new Verdict(Labelling.Label.EmptyField, new Reason(ReasonKind.Pattern, "no words")));
            return null;
        }

        var length = words.Length;
        if (block.Kind != BlockKind.Code && length <= LongestNotice)
        {
            var isShort = length <= LongestSentence || (length <= LongestMarker && !Sentences.IsEnded(block.Text));
            var mayBeProse = isShort && MarkerBelief.MayBeProse(block);
            var section = isShort ? Match(search, MarkerKind.Section, words, mayBeProse) : null;
            if (isShort && section is null && Match(search, MarkerKind.EmptyField, words, mayBeProse) is { } empty)
            {
                sheet.TryLabel(block.Index, new Verdict(Labelling.Label.EmptyField, empty.Reason()));
                return null;
            }

            // The line marker is the narrower one, but only a section heading can tell what the next lines are.
            if ((section ?? Line(search, words, length, isShort, mayBeProse)) is { } marker)
            {
                sheet.TryLabel(block.Index, new Verdict(marker.Label, marker.Reason()));
                return section;
            }

            if (isShort && OnlyMarkers(search, book, block.Text) is { } first)
            {
                sheet.TryLabel(block.Index, new Verdict(first.Label, first.Reason()));
                return null;
            }

            if (isShort && block.Kind is not BlockKind.ListItem && search.Match((int)MarkerKind.Ending, words, block, MarkerBelief.IsEnding) is { } ending)
            {
                return ending;
            }
        }

        if (length <= LongestNamed && LinkPattern.Find(block, book, search) is { } linked)
        {
            sheet.TryLabel(block.Index, new Verdict(linked.Label, linked.Reason()));
            return null;
        }

        if (length <= LongestField && fields.Read(block.Text, words, isHeading: block.Kind == BlockKind.Heading && !sheet.Document.IsPlainText) is { } field)
        {
            sheet.TryLabel(block.Index, field);
        }
        else if (!IsOfRows(block) && CaptionPattern.Find(block.Text, words, book, search) is { } reason)
        {
            sheet.TryLabel(block.Index, new Verdict(Labelling.Label.Caption, reason));
        }

        return null;
    }

    /// <summary>The first marker of a line that is nothing but markers between bars or dots: "Share | Print".</summary>
    private static Marker? OnlyMarkers(PhraseSearch<Marker> search, WordBook book, string text)
    {
        if (!text.AsSpan().ContainsAny(Bars))
        {
            return null;
        }

        Marker? first = null;
        foreach (var range in text.AsSpan().SplitAny(Bars))
        {
            var part = book.Read(text.AsSpan()[range], colons: true);
            if (part.Count == 0)
            {
                continue;
            }

            if ((search.Match((int)MarkerKind.Line, part) ?? search.Match((int)MarkerKind.Section, part) ?? search.Match((int)MarkerKind.EmptyField, part)) is not { } marker)
            {
                return null;
            }

            first ??= marker;
        }

        return first;
    }

    private static Marker? Match(PhraseSearch<Marker> search, MarkerKind kind, WordRun words, bool mayBeProse) =>
        mayBeProse ? search.Match((int)kind, words, words.Count, MarkerBelief.IsMostOf) : search.Match((int)kind, words);

    private static Marker? Line(PhraseSearch<Marker> search, WordRun words, int length, bool isShort, bool mayBeProse) =>
        (isShort ? Match(search, MarkerKind.Line, words, mayBeProse)
            : length <= LongestNamed ? search.Match((int)MarkerKind.Line, words, 0, static (m, _) => m.Phrase.HasColon)
            : null)
        ?? search.Match((int)MarkerKind.Notice, words);
}
