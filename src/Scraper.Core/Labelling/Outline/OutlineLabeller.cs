using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>
/// The generic labeller of plain text, which has no markup to go by: finds the densest run of prose, calls it the
/// body, and names the lines before, inside and after it by where they stand.
/// </summary>
internal sealed class OutlineLabeller(MarkerSet markers) : ILabeller
{
    /// <summary>Longest sub-heading inside a body, in words; longer fragments are captions.</summary>
    private const int LongestHeading = 10;

    /// <summary>Bylines whose authors are looked for at the end.</summary>
    private const int MostBylines = 6;

    /// <summary>Most lines that end a body without a full stop.</summary>
    private const int MostUnstopped = 8;

    /// <summary>Longest cut line, in words, that reads like speech ("But first…"), and longest that may be a headline with its end cut off.</summary>
    private const int LongestBreath = 3;
    private const int LongestCut = 14;

    /// <summary>Fewest words of a cut paragraph of several sentences that is longer than a teaser.</summary>
    private const int LongestTeaser = 30;

    /// <summary>Fewest words of several sentences that want no last full stop.</summary>
    private const int FewestOfSeveral = 20;

    /// <summary>Fewest different days of a chronicle.</summary>
    private const int FewestDays = 2;

    /// <summary>Fewest sub-headings in capitals by which a longer one is known.</summary>
    private const int FewestAlike = 3;

    private readonly OutlineTail _tail = new(markers);

    public void Label(LabelSheet sheet, CancellationToken cancellationToken)
    {
        var lines = OutlineLine.Read(sheet, cancellationToken);
        if (ProseRun.Densest(lines) is not { } body)
        {
            LabelWithoutProse(sheet, lines);
            return;
        }

        HeadFields.Label(sheet, lines, body.First);
        body = OutlineHead.Label(sheet, lines, body);
        body = _tail.Label(sheet, lines, body, Authors(sheet));
        LabelDays(sheet, lines, body);
        LabelBody(sheet, lines, body);
        LabelTail(sheet, lines, body);
    }

    private static IReadOnlyList<string> Authors(LabelSheet sheet) =>
        TextMetadata.Authors(sheet.Document.Blocks.Where(b => sheet[b.Index] is { Label: Labelling.Label.Byline }).Take(MostBylines).Select(b => b.Text), language: null);

    /// <summary>Two days or more, each between two paragraphs, are the sub-headings of a chronicle.</summary>
    private static void LabelDays(LabelSheet sheet, OutlineLine[] lines, ProseRun body)
    {
        var days = Enumerable.Range(body.First, body.Last - body.First).Where(i => i > 0 && lines[i].Known == Labelling.Label.Date && IsParagraph(lines[i - 1]) && IsParagraph(lines[i + 1]) && !ClockLine.IsMatch(lines[i].Block.Text)).ToList();
        if (days.DistinctBy(i => lines[i].Block.Text).Count() < FewestDays)
        {
            return;
        }

        foreach (var i in days)
        {
            sheet.Overrule(i, new Verdict(Labelling.Label.Heading, new Reason(ReasonKind.Position, "a day of several in the body", 0.7)));
        }
    }

    private static bool IsParagraph(OutlineLine line) => line is { IsOpen: true, IsProse: true };

    private static void LabelBody(LabelSheet sheet, OutlineLine[] lines, ProseRun body)
    {
        var boxes = HeadlineBoxes.Find(lines, body);
        var inCapitals = 0;
        for (var i = body.First; i <= body.Last; i++)
        {
            var line = lines[i];
            if (!line.IsOpen)
            {
                continue;
            }

            var isAlone = (i == 0 || !lines[i - 1].IsFragment) && (i + 1 >= lines.Length || !lines[i + 1].IsFragment);
            var (label, why, confidence) = line switch
            {
                { Block.Kind: BlockKind.Heading } => (Labelling.Label.Heading, "marked as a heading", 0.95),
                { IsProse: true } => (Labelling.Label.Body, "prose among prose", 0.9),
                { IsItem: true } => (Labelling.Label.Body, "a list inside the body", 0.8),
                { IsCut: true } when IsBroken(lines, i) => (Labelling.Label.Body, "a sentence that breaks off among prose", 0.7),
                { IsCut: true } => (Labelling.Label.Related, "a cut sentence inside the body", 0.6),
                _ when boxes[i] => (Labelling.Label.Related, "headlines in a row inside the body", 0.6),
                { IsListed: true } => (Labelling.Label.Body, "a line of a list among prose", 0.7),
                _ when BareToken.IsMatch(line.Block.Text) => (Labelling.Label.Other, "an address or a handle alone", 0.7),
                { IsShortSentence: true, IsQuestion: false } or { EndsOpen: true } => (Labelling.Label.Body, "a short sentence among prose", 0.7),
                { Words: <= LongestHeading } when isAlone && IsAbove(lines, i) => (Labelling.Label.Heading, "a short line above prose", 0.6),
                { Words: <= LongestHeading * 2 } when isAlone && inCapitals >= FewestAlike && HeadingCase.IsTitle(line.Block.Text) && IsAbove(lines, i) => (Labelling.Label.Heading, "a line set like the sub-headings", 0.6),
                { IsUnstopped: true } => (Labelling.Label.Body, "a line among prose in a script without full stops", 0.7),
                { Words: >= FewestOfSeveral } when Sentences.HasSeveral(line.Block.Text) => (Labelling.Label.Body, "sentences without a last full stop", 0.6),
                _ when isAlone && !line.EndsOpen => (Labelling.Label.Caption, "a long line that does not end like a sentence", 0.5),
                _ => (Labelling.Label.Body, "inside the body", 0.5),
            };
            inCapitals += label == Labelling.Label.Heading && HeadingCase.IsTitle(line.Block.Text) ? 1 : 0;
            sheet.TryLabel(i, new Verdict(label, new Reason(ReasonKind.Position, why, confidence)));
        }
    }

    /// <summary>Whether a line that ends in "…" is no headline with its end cut off, nor the teaser below one: it follows prose, or is several sentences.</summary>
    private static bool IsBroken(OutlineLine[] lines, int i) => lines[i].Words switch
    {
        <= LongestBreath => FollowsProse(lines, i) && i + 1 < lines.Length && lines[i + 1] is { IsOpen: true, IsProse: true },
        <= LongestCut => FollowsProse(lines, i) && LastLine.IsSpeech(lines[i].Block.Text),
        var words => FollowsProse(lines, i) || (words >= LongestTeaser && Sentences.HasSeveral(lines[i].Block.Text)),
    };

    private static bool FollowsProse(OutlineLine[] lines, int i) => i > 0 && lines[i - 1] is { IsOpen: true, IsCut: false } before && (before.IsProse || before.IsShortSentence);

    /// <summary>Whether prose or a list comes next, labelled lines between not counted.</summary>
    private static bool IsAbove(OutlineLine[] lines, int i)
    {
        do
        {
            i++;
        }
        while (i < lines.Length && !lines[i].IsOpen);
        return i < lines.Length && (lines[i].IsProse || lines[i].IsItem);
    }

    private static void LabelTail(LabelSheet sheet, OutlineLine[] lines, ProseRun body)
    {
        var follows = true;
        var end = UnstoppedEnd(lines, body.Last + 1);
        for (var i = body.Last + 1; i < lines.Length; i++)
        {
            var line = lines[i];
            if (!line.IsOpen)
            {
                // A picture or one link among the last lines ends nothing.
                follows &= IsInset(lines, i);
                continue;
            }

            var (label, why) = line switch
            {
                { IsCut: true } => (Labelling.Label.Related, "a teaser after the body"),
                { IsItem: true } or { IsListed: true } when follows => (Labelling.Label.Body, "a list that ends the body"),
                { IsShortSentence: true } when follows => (Labelling.Label.Body, "a short sentence that ends the body"),
                { IsFragment: true } when follows && LastLine.IsUnder(lines, body.Last, i) => (Labelling.Label.Body, "a name or place under the last paragraph"),
                _ when follows && LastLine.IsMatch(lines, i) => (Labelling.Label.Body, "a last line of the body"),
                { IsUnstopped: true } when follows && !lines[i - 1].IsOpen => (Labelling.Label.Body, "a line behind an inset in a script without full stops"),
                _ when i < end => (Labelling.Label.Body, "a line that ends the body in a script without full stops"),
                { IsProse: true } => (Labelling.Label.Other, "prose away from the body"),
                _ => (Labelling.Label.Other, "after the body"),
            };
            follows &= label == Labelling.Label.Body;
            sheet.TryLabel(i, new Verdict(label, new Reason(ReasonKind.Position, why, 0.6)));
        }
    }

    private static bool IsInset(OutlineLine[] lines, int i) =>
        lines[i].Known is Labelling.Label.Caption or Labelling.Label.Related or Labelling.Label.Advert && lines[i - 1].IsOpen && i + 1 < lines.Length && lines[i + 1].IsOpen;

    /// <summary>
    /// Where the lines end that go on with the body in a script without full stops, so that nothing but a share bar, another
    /// line that is known or the end of the text tells them from what follows; the start where there are none.
    /// </summary>
    private static int UnstoppedEnd(OutlineLine[] lines, int start)
    {
        var end = start;
        while (end < lines.Length && end - start <= MostUnstopped && lines[end].IsUnstopped)
        {
            end++;
        }

        return end == lines.Length || !lines[end].IsOpen ? end : start;
    }

    /// <summary>No prose at all: a bare list or a note; its first line is the title, the rest the body.</summary>
    private static void LabelWithoutProse(LabelSheet sheet, OutlineLine[] lines)
    {
        var titled = false;
        foreach (var line in lines.Where(l => l.IsOpen))
        {
            var label = titled || lines.Length == 1 ? Labelling.Label.Body : Labelling.Label.Title;
            titled = true;
            sheet.TryLabel(line.Block.Index, new Verdict(label, new Reason(ReasonKind.Position, "a text without prose", 0.3)));
        }
    }
}
