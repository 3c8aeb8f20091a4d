using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>Names the lines ahead of the body: breadcrumb, title, subtitle, summary, caption.</summary>
internal static class OutlineHead
{
    /// <summary>Most sentences and words of a standfirst between the title and its fields.</summary>
    private const int StandfirstLines = 2;
    private const int LongestStandfirst = 40;

    /// <summary>Lines after a standfirst within which the byline or date must come.</summary>
    private const int FieldDistance = 3;

    /// <summary>Longest heading right above the body, in words.</summary>
    private const int LongestHeading = 4;

    /// <summary>Labels the lines of the head and says where the body really starts.</summary>
    public static ProseRun Label(LabelSheet sheet, IReadOnlyList<OutlineLine> lines, ProseRun body)
    {
        var title = TitleSearch.Find(lines, body);
        if (title == body.First)
        {
            body = body.From(lines, body.First + 1);
        }

        while (title >= 0 && body.First < body.Last && TitleSearch.IsLonger(lines[body.First], lines[title]))
        {
            sheet.TryLabel(body.First, new Verdict(Labelling.Label.Subtitle, new Reason(ReasonKind.Repeat, $"a longer form of block {title}", 0.9)));
            body = body.From(lines, body.First + 1);
        }

        body = AfterStandfirst(sheet, lines, body, title);
        for (var i = 0; i < body.First; i++)
        {
            if (sheet.IsOpen(i))
            {
                var (label, why) = i == title
                    ? (Labelling.Label.Title, "the headline above the body")
                    : i < title ? Before(lines[i], lines[title]) : After(sheet, lines, i, title, body);
                sheet.TryLabel(i, new Verdict(label, new Reason(ReasonKind.Position, why, 0.7)));
            }
        }

        return body;
    }

    /// <summary>A sentence or two right under the title with the byline or the date below them are no body yet.</summary>
    private static ProseRun AfterStandfirst(LabelSheet sheet, IReadOnlyList<OutlineLine> lines, ProseRun body, int title)
    {
        if (title < 0 || body.First - title > StandfirstLines || Enumerable.Range(title + 1, body.First - title - 1).Any(i => !lines[i].IsOpen))
        {
            return body;
        }

        var next = body.First;
        while (next <= body.Last && next - title <= StandfirstLines && lines[next] is { IsOpen: true, Words: <= LongestStandfirst })
        {
            next++;
        }

        // Two paragraphs of whole sentences are how an article begins.
        if (next - body.First > 1 && Enumerable.Range(body.First, next - body.First).All(i => Sentences.IsEnded(lines[i].Block.Text)))
        {
            return body;
        }

        for (var i = next; i <= Math.Min(body.Last, next + FieldDistance - 1); i++)
        {
            if (sheet[i] is { Label: Labelling.Label.Byline or Labelling.Label.Date } && !ClockLine.IsMatch(lines[i].Block.Text))
            {
                for (var j = body.First; j < next; j++)
                {
                    sheet.TryLabel(j, new Verdict(Labelling.Label.Subtitle, new Reason(ReasonKind.Position, "between the title and its fields", 0.8)));
                }

                return body.From(lines, i + 1);
            }

            if (lines[i].IsOpen)
            {
                break;
            }
        }

        return body;
    }

    private static (Label, string) Before(OutlineLine line, OutlineLine title) =>
        TitleSearch.IsCopyOf(line, title) ? (Labelling.Label.Breadcrumb, "a cut copy of the title") : (Labelling.Label.Navigation, "above the title");

    private static (Label, string) After(LabelSheet sheet, IReadOnlyList<OutlineLine> lines, int i, int title, ProseRun body)
    {
        var line = lines[i];
        if (line.IsItem)
        {
            return (Labelling.Label.Summary, "a bullet between title and body");
        }

        if (BareToken.IsMatch(line.Block.Text) || BareToken.IsCount(line.Block.Text))
        {
            return (Labelling.Label.Social, "a counter, an address or a handle alone");
        }

        if (NewsAgencies.Contains(line.Block.Text))
        {
            return (Labelling.Label.SourceLink, "an agency");
        }

        if (line.IsProse)
        {
            return (Labelling.Label.Summary, "a sentence between title and body");
        }

        if (i == body.First - 1 && line.Block.Text[^1] is (',' or '，'))
        {
            return (Labelling.Label.Body, "a line that leads into the body");
        }

        // Byline, date and empty fields close the headline's part; a picture may follow them.
        var fieldsBefore = Enumerable.Range(title + 1, Math.Max(0, i - title - 1)).TakeLast(40).Any(j => !lines[j].IsOpen && sheet[j] is { Label: not Labelling.Label.Navigation });
        if (i == body.First - 1 && fieldsBefore && line.IsShortSentence)
        {
            return (Labelling.Label.Body, "a short sentence that begins the body");
        }

        if (i == body.First - 1 && (fieldsBefore || OutlineLine.AreCleaned(lines)) && IsPlainHeading(line))
        {
            return (Labelling.Label.Heading, "a short line above the body");
        }

        return fieldsBefore || title < 0
            ? (Labelling.Label.Caption, "a line between the fields and the body")
            : (Labelling.Label.Subtitle, "a line under the title");
    }

    /// <summary>"What we know", but not "John Smith": a picture's caption may be no more than a name.</summary>
    private static bool IsPlainHeading(OutlineLine line) =>
        line.Words <= LongestHeading && line.Block.Text.Split(' ').Count(w => w.Length > 0 && char.IsUpper(w[0])) <= 1;
}
