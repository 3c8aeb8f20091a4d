namespace Scraper.Core.Labelling;

/// <summary>
/// Lets each section heading claim the blocks after it: up to the next heading of a section, to the end of the page,
/// or to where prose goes on. A heading with no prose before it yet stands above the article and claims nothing.
/// </summary>
internal static class SectionWalk
{
    public static void Label(LabelSheet sheet, Marker?[] starts)
    {
        var blocks = sheet.Document.Blocks;
        var prose = blocks.Select(b => Sentences.IsProse(b.Text, Words.Of(b.Text).Count)).ToArray();
        var seen = 0;
        Marker? section = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (starts[i] is { } start)
            {
                section = seen == 0 ? null : start;
            }
            else if (section is not null && Resumes(sheet, section, prose, i))
            {
                section = null;
            }

            if (section is not null && starts[i] is null)
            {
                sheet.TryLabel(i, new Verdict(section.Label, new Reason(ReasonKind.Pattern, $"under {section.Reason().Detail}", 0.9)));
            }
            else if (section is null && prose[i] && sheet.IsOpen(i))
            {
                seen++;
            }
        }
    }

    /// <summary>
    /// Whether the article goes on at a block: enough blocks in a row are prose there. Teasers alternate with
    /// headlines; comments are prose themselves, so after them nothing resumes.
    /// </summary>
    private static bool Resumes(LabelSheet sheet, Marker section, bool[] prose, int at)
    {
        var needed = section.Label switch
        {
            Labelling.Label.Comment => int.MaxValue,
            Labelling.Label.Other => 3,
            Labelling.Label.Related => 2,
            _ => 1,
        };
        var run = 0;
        while (run < needed && at + run < prose.Length && prose[at + run] && sheet.IsOpen(at + run))
        {
            run++;
        }

        return run >= needed;
    }
}
