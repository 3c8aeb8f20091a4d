namespace Scraper.Core.Labelling;

/// <summary>Tells captions by their words: "(pictured left)", "Photograph: …", "Click to enlarge".</summary>
internal sealed class CaptionPattern(MarkerSet markers)
{
    /// <summary>Longest caption, in words.</summary>
    private const int Longest = 80;

    /// <summary>Longest caption, in words, that ends like a sentence and has nothing but a cue in brackets to show for it.</summary>
    private const int LongestSentence = 30;

    /// <summary>Longest text between brackets, in UTF-16 code units, that is looked at.</summary>
    private const int LongestCue = 60;

    /// <summary>Why the text is a caption, or <see langword="null"/>.</summary>
    public Reason? Find(string text)
    {
        var words = Words.Of(text);
        if (words.Count > Longest)
        {
            return null;
        }

        return Ending(text, words) ?? Credit(text) ?? Cue(text, words);
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

    private Reason? Ending(string text, IReadOnlyList<string> words) =>
        !Sentences.IsEnded(text) || words.Count <= LongestSentence ? markers.Match(MarkerKind.CaptionEnding, words)?.Reason(0.95) : null;

    /// <summary>"… recently dispatched to the Gulf. Photograph: AP": a credit word, a colon, and at most eight words more.</summary>
    private Reason? Credit(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || colon == text.Length - 1 || Words.Of(text[(colon + 1)..]).Count > 8)
        {
            return null;
        }

        var before = Words.Of(text[..colon]);
        for (var take = Math.Min(3, before.Count); take > 0; take--)
        {
            if (markers.Match(MarkerKind.CaptionCredit, [.. before.Skip(before.Count - take)]) is { } credit)
            {
                return credit.Reason(0.95);
            }
        }

        return null;
    }

    private Reason? Cue(string text, IReadOnlyList<string> words)
    {
        if (Sentences.IsEnded(text) && words.Count > LongestSentence)
        {
            return null;
        }

        for (var open = text.IndexOf('('); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close > open
                && close - open <= LongestCue
                && markers.Match(MarkerKind.CaptionCue, Words.Of(text[(open + 1)..close])) is { } cue)
            {
                return cue.Reason(0.9);
            }
        }

        return null;
    }
}
