namespace Scraper.Core.Labelling;

/// <summary>Names the lines ahead of the body: breadcrumb, title, subtitle, summary, caption.</summary>
internal static class OutlineHead
{
    /// <summary>Fewest and most words of a headline.</summary>
    private const int ShortestTitle = 3;
    private const int LongestTitle = 30;

    /// <summary>Most words of a menu's line.</summary>
    private const int MenuWords = 2;

    /// <summary>Labels the lines of the head and says where the body really starts.</summary>
    public static ProseRun Label(LabelSheet sheet, IReadOnlyList<OutlineLine> lines, ProseRun body)
    {
        var title = FindTitle(lines, body);
        while (title >= 0 && body.First < body.Last && IsLongerTitle(lines[body.First], lines[title]))
        {
            sheet.TryLabel(body.First, new Verdict(Labelling.Label.Subtitle, new Reason(ReasonKind.Repeat, $"a longer form of block {title}", 0.9)));
            body = body.From(lines, body.First + 1);
        }

        for (var i = 0; i < body.First; i++)
        {
            if (sheet.IsOpen(i))
            {
                var (label, why) = i == title
                    ? (Labelling.Label.Title, "the headline above the body")
                    : i < title ? Before(lines[i], lines[title]) : After(sheet, lines, i, title);
                sheet.TryLabel(i, new Verdict(label, new Reason(ReasonKind.Position, why, 0.7)));
            }
        }

        return body;
    }

    private static bool IsLongerTitle(OutlineLine line, OutlineLine title)
    {
        var words = Labelling.Words.Of(title.Block.Text);
        return line.Words > words.Count && Labelling.Words.Of(line.Block.Text).Take(words.Count).SequenceEqual(words);
    }

    /// <summary>The line that looks most like the headline; -1 where there is none.</summary>
    private static int FindTitle(IReadOnlyList<OutlineLine> lines, ProseRun body)
    {
        var head = Enumerable.Range(0, body.First).Where(i => lines[i].IsOpen && !lines[i].IsItem).ToList();
        var marked = head.FindIndex(i => lines[i].Block is { Kind: Blocks.BlockKind.Heading, Level: 1 });
        if (marked >= 0)
        {
            return head[marked];
        }

        var best = head.Count > 0 ? head[^1] : -1;
        var bestScore = double.MinValue;
        foreach (var i in head.Where(i => lines[i].Words is >= ShortestTitle and <= LongestTitle))
        {
            if (Score(lines, head, i) is var score && score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    /// <summary>
    /// A headline has about ten words, stands first or right above its fields, and is often said again: cut in a
    /// breadcrumb above it, longer in a subtitle below. Among lines of one or two words it is a menu's.
    /// </summary>
    private static double Score(IReadOnlyList<OutlineLine> lines, List<int> head, int i)
    {
        var place = head.IndexOf(i);
        var score = Math.Min(lines[i].Words, 12) - Math.Min(6, 0.3 * (head.Count - place));
        score += i == 0 ? 6 : 0;
        score += head.Any(j => j != i && (IsCopyOf(lines[j], lines[i]) || IsLongerTitle(lines[j], lines[i]))) ? 8 : 0;
        score -= IsCopyOf(lines[i], lines[head[^1]]) || head.Any(j => j > i && IsCopyOf(lines[i], lines[j])) ? 20 : 0;
        score += Enumerable.Range(i + 1, Math.Min(3, lines.Count - i - 1)).Any(j => !lines[j].IsOpen) ? 4 : 0;
        score -= i > 0 && lines[i - 1].Words <= MenuWords && lines[i + 1].Words <= MenuWords && lines[i + 1].IsOpen ? 6 : 0;
        return score;
    }

    private static (Label, string) Before(OutlineLine line, OutlineLine title) =>
        IsCopyOf(line, title) ? (Labelling.Label.Breadcrumb, "a cut copy of the title") : (Labelling.Label.Navigation, "above the title");

    private static (Label, string) After(LabelSheet sheet, IReadOnlyList<OutlineLine> lines, int i, int title)
    {
        var line = lines[i];
        if (line.IsItem)
        {
            return (Labelling.Label.Summary, "a bullet between title and body");
        }

        if (line.IsProse)
        {
            return (Labelling.Label.Summary, "a sentence between title and body");
        }

        // Byline, date and empty fields close the headline's part; a picture may follow them.
        var fieldsBefore = Enumerable.Range(title + 1, Math.Max(0, i - title - 1)).Any(j => !lines[j].IsOpen && sheet[j] is { Label: not Labelling.Label.Navigation });
        return fieldsBefore || title < 0
            ? (Labelling.Label.Caption, "a line between the fields and the body")
            : (Labelling.Label.Subtitle, "a line under the title");
    }

    private static bool IsCopyOf(OutlineLine line, OutlineLine other) =>
        CutCopy.Find(line.Block.Text, Labelling.Words.Of(line.Block.Text), Labelling.Words.Of(other.Block.Text)) >= 0;
}
