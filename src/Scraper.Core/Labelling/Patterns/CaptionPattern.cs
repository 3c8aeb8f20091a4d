using System.Buffers;

namespace Scraper.Core.Labelling;

/// <summary>Tells captions by their words: "(pictured left)", "Photograph: …", "Click to enlarge".</summary>
internal static class CaptionPattern
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("(（[【");
    private static readonly SearchValues<char> Colons = SearchValues.Create(":：=");
    private static readonly SearchValues<char> Closing = SearchValues.Create(")）]】");

    /// <summary>Longest caption, in words.</summary>
    private const int Longest = 80;

    /// <summary>Longest caption, in words, that ends like a sentence and has nothing but a cue in brackets to show for it.</summary>
    private const int LongestSentence = 30;

    /// <summary>Longest sentence, in words, that is a caption by what it starts with: "Photograph by …".</summary>
    private const int LongestOpenEnded = 12;

    /// <summary>Longest credit, in words.</summary>
    private const int LongestCredit = 8;

    /// <summary>Longest name of who took a picture, in words.</summary>
    private const int LongestName = 4;

    /// <summary>Longest text between brackets, in UTF-16 code units, that is looked at.</summary>
    private const int LongestCue = 60;

    /// <summary>Why the text is a caption, or <see langword="null"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="read">Its words, inner colons among them, no fewer than make the longest caption.</param>
    /// <param name="book">The page's words.</param>
    /// <param name="search">The page's search for markers.</param>
    public static Reason? Find(string text, WordRun read, WordBook book, PhraseSearch<Marker> search)
    {
        var words = book.WithoutColons(read);
        var length = words.Length;
        if (length > Longest)
        {
            return null;
        }

        var isLongSentence = Sentences.IsEnded(text) && length > LongestSentence;
        return Ending(search, text, words, length, isLongSentence) ?? Photographer(text, book, search) ?? Credit(text, book, search)
            ?? (length > LongestSentence ? null : CaptionTail.Find(text) ?? TailCredit(text, book, search)) ?? (isLongSentence ? null : Cue(text, book, search));
    }

    /// <summary>A bare number right above a caption is the picture's number.</summary>
    public static void LabelPictureNumbers(LabelSheet sheet)
    {
        for (var i = 0; i + 1 < sheet.Document.Blocks.Count; i++)
        {
            if (sheet.IsOpen(i) && sheet[i + 1] is { Label: Label.Caption } && sheet.Document.Blocks[i].Text.All(char.IsDigit))
            {
                sheet.TryLabel(i, new Verdict(Label.Caption, new Reason(ReasonKind.Pattern, "a bare number above a caption", 0.9)));
            }
        }
    }

    private static Reason? Ending(PhraseSearch<Marker> search, string text, WordRun words, int length, bool isLongSentence) =>
        isLongSentence ? null
        : search.Match((int)MarkerKind.CaptionEnding, words, (length, text), static (m, line) => line.length <= LongestOpenEnded || !m.Phrase.IsOpenEnded || !Sentences.IsEnded(line.text))?.Reason(0.95);

    /// <summary>"The mayor in 2008. REUTERS/Ann Lee": what a caption ends with, a slash, and a name.</summary>
    private static Reason? Photographer(string text, WordBook book, PhraseSearch<Marker> search)
    {
        var slash = text.LastIndexOf('/');
        var name = text.AsSpan(slash + 1).TrimStart();
        return slash > 0 && name is [var initial, ..] && char.IsUpper(initial) && book.Read(name, longest: LongestName).Length is > 0 and <= LongestName
            ? search.Match((int)MarkerKind.CaptionEnding, book.Read(text.AsSpan(0, slash)))?.Reason(0.95)
            : null;
    }

    /// <summary>
    /// "… recently dispatched to the Gulf. Photograph: AP": a credit word that starts the text, a sentence or a
    /// bracket, a colon, and a few words more. "According to one source: he left" is none.
    /// </summary>
    private static Reason? Credit(string text, WordBook book, PhraseSearch<Marker> search) =>
        Credit(text, text.AsSpan().LastIndexOfAny(Colons), book, search) ?? Credit(text, text.LastIndexOf('/'), book, search);

    private static Reason? Credit(string text, int colon, WordBook book, PhraseSearch<Marker> search)
    {
        if (colon <= 0 || colon == text.Length - 1 || book.Read(text.AsSpan(colon + 1), longest: LongestCredit).Length is 0 or > LongestCredit)
        {
            return null;
        }

        var start = colon;
        while (start > 0 && colon - start < LongestCue && (char.IsLetter(text[start - 1]) || text[start - 1] == ' '))
        {
            start--;
        }

        // A slash stands for a colon too, "图/张伟", but is also a mere "or": only a sentence's end or a bracket goes before it.
        var before = start == 0 ? '.' : text[start - 1];
        return (text[colon] == '/' ? before is '.' or '。' or '(' or '（' or '[' or '|' : !char.IsLetterOrDigit(before) && before != ',')
            ? search.Match((int)MarkerKind.CaptionCredit, book.Read(text.AsSpan(start, colon - start)))?.Reason(0.95)
            : null;
    }

    /// <summary>"… in a storm. Photo Ann Lee": a credit word and a name behind the last sentence, without a colon.</summary>
    private static Reason? TailCredit(string text, WordBook book, PhraseSearch<Marker> search)
    {
        var tail = CaptionTail.Of(text);
        for (var space = tail.IndexOf(' '); space > 0 && space < tail.Length;)
        {
            if (CaptionTail.Names(tail[(space + 1)..]) > 1 && search.Match((int)MarkerKind.CaptionCredit, book.Read(tail[..space])) is { } credit)
            {
                return credit.Reason(0.9);
            }

            var next = tail[(space + 1)..].IndexOf(' ');
            space = next < 0 ? -1 : space + 1 + next;
        }

        return null;
    }

    private static Reason? Cue(string text, WordBook book, PhraseSearch<Marker> search)
    {
        for (var open = text.AsSpan().IndexOfAny(Opening); open >= 0;)
        {
            var rest = text.AsSpan(open + 1);
            var close = rest[..Math.Min(rest.Length, LongestCue)].IndexOfAny(Closing);
            if (close > 0 && search.Match((int)MarkerKind.CaptionCue, book.Read(rest[..close])) is { } cue)
            {
                return cue.Reason(0.9);
            }

            var next = rest.IndexOfAny(Opening);
            open = next < 0 ? -1 : open + 1 + next;
        }

        return null;
    }
}
