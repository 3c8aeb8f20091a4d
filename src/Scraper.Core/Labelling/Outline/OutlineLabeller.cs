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
        LabelBody(sheet, lines, body);
        LabelTail(sheet, lines, body);
    }

    private static IReadOnlyList<string> Authors(LabelSheet sheet) =>
        TextMetadata.Authors(sheet.Document.Blocks.Where(b => sheet[b.Index] is { Label: Labelling.Label.Byline }).Take(MostBylines).Select(b => b.Text), language: null);

    private static void LabelBody(LabelSheet sheet, OutlineLine[] lines, ProseRun body)
    {
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
                { IsCut: true } => (Labelling.Label.Related, "a cut sentence inside the body", 0.6),
                { IsListed: true } => (Labelling.Label.Body, "a line of a list among prose", 0.7),
                _ when BareToken.IsMatch(line.Block.Text) => (Labelling.Label.Other, "an address or a handle alone", 0.7),
                { IsShortSentence: true, IsQuestion: false } or { EndsOpen: true } => (Labelling.Label.Body, "a short sentence among prose", 0.7),
                { Words: <= LongestHeading } when isAlone && IsAbove(lines, i) => (Labelling.Label.Heading, "a short line above prose", 0.6),
                { IsUnstopped: true } => (Labelling.Label.Body, "a line among prose in a script without full stops", 0.7),
                _ when isAlone && !line.EndsOpen => (Labelling.Label.Caption, "a long line that does not end like a sentence", 0.5),
                _ => (Labelling.Label.Body, "inside the body", 0.5),
            };
            sheet.TryLabel(i, new Verdict(label, new Reason(ReasonKind.Position, why, confidence)));
        }
    }

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
    /// Where the lines end that go on with the body in a script without full stops, so that nothing but a share bar or another
    /// line that is known tells them from what follows; the start where there are none.
    /// </summary>
    private static int UnstoppedEnd(OutlineLine[] lines, int start)
    {
        var end = start;
        while (end < lines.Length && end - start <= MostUnstopped && lines[end].IsUnstopped)
        {
            end++;
        }

        return end < lines.Length && !lines[end].IsOpen ? end : start;
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
