namespace Scraper.Core.Metadata;

/// <summary>The date that a reader sees at the headline.</summary>
/// <param name="Date">The date.</param>
/// <param name="IsUpdate">Whether it is said to be that of the last change.</param>
/// <param name="IsNumeric">Whether it names no month: day and month may be meant the other way round.</param>
/// <param name="IsSure">Whether its line is about when and who; "Poll of 12 April 2024" may tell when something else was.</param>
internal sealed record HeadlineDate(PageDate Date, bool IsUpdate, bool IsNumeric, bool IsSure)
{
    private const int LongestParts = 140;
    private const int LongestLabel = 30;

    /// <summary>Words of a name, at least.</summary>
    private const int FullName = 2;
    private const int LabelWords = 4;

    /// <summary>
    /// The date of the first date line or byline at the headline, down to where the text begins: one said to be the
    /// publication before an unlabelled one before one said to be an update.
    /// </summary>
    /// <param name="lines">Lines near headings, in page order.</param>
    /// <param name="headline">Order of the headline's element.</param>
    /// <param name="zone">The headline's own parts of the page; others do not count.</param>
    /// <param name="language">BCP 47 tag of the page.</param>
    public static HeadlineDate? Find(IReadOnlyList<Mark> lines, int headline, PageZone zone, string? language)
    {
        HeadlineDate? update = null;
        foreach (var found in All(lines, headline, zone, language))
        {
            if (!found.IsUpdate)
            {
                return found;
            }

            update ??= found;
        }

        return update;
    }

    /// <summary>The first date at the headline that is said to be that of the last change.</summary>
    /// <inheritdoc cref="Find"/>
    public static HeadlineDate? Update(IReadOnlyList<Mark> lines, int headline, PageZone zone, string? language) =>
        All(lines, headline, zone, language).FirstOrDefault(d => d.IsUpdate);

    private static IEnumerable<HeadlineDate> All(IReadOnlyList<Mark> lines, int headline, PageZone zone, string? language)
    {
        var isUpdate = false;
        foreach (var line in HeadlineLines.Below(lines, headline).Concat(HeadlineLines.Above(lines, headline)))
        {
            if (!PageZones.MayDate(line.Zone, zone) || !line.Value.Any(char.IsDigit))
            {
                // "Updated" on a line of its own, the date below it.
                isUpdate = line.Order > headline && line.Value.Length <= LongestLabel && DateLabel.IsUpdate(new LineReader(line.Value, language), 0, LabelWords) == true;
                continue;
            }

            foreach (var found in InLine(new LineReader(line.Value, language), isUpdate))
            {
                yield return found;
            }

            isUpdate = false;
        }
    }

    // A label ("Updated") holds for the dates behind it until the next label; a line must be about when or who only.
    private static IEnumerable<HeadlineDate> InLine(LineReader line, bool isUpdate)
    {
        var isSure = DateText.IsDateLine(line, 0, line.Count) || HasDatePart(line);
        var shape = isSure ? null : BylineShape.Of(line);
        if (!isSure && shape is not { HasDate: true })
        {
            yield break;
        }

        isSure |= shape is { Opening: not WordUse.None } or { FirstSegmentWords: >= FullName };

        var start = 0;
        foreach (var match in DateText.Find(line))
        {
            isUpdate = DateLabel.IsUpdate(line, start, match.Start) ?? isUpdate;
            start = match.End;
            if (match.Date is not null)
            {
                var isNumeric = !Enumerable.Range(match.Start, match.End - match.Start).Any(i => line.IsMonth(i, out _, out _));
                yield return new HeadlineDate(match.Date, DateLabel.Behind(line, match.End) ?? isUpdate, isNumeric, isSure);
            }
        }
    }

    // "Blog | March 3, 2021", "By Jane Doe · March 3, 2021 · One comment so far", "2024/5/3 12:14（5/3 14:02 更新）": a part between bars or before a bracket says when.
    private static bool HasDatePart(LineReader line)
    {
        if (line.Text.Length > LongestParts || line.Text.AsSpan().IndexOfAny("|·•(（") < 0)
        {
            return false;
        }

        var start = 0;
        for (var i = 0; i <= line.Count; i++)
        {
            if (i == line.Count || (line[i].Kind == TextTokenKind.Mark && line[i].Folded[0] is '|' or '·' or '•' or '(' or '（'))
            {
                if (i > start && DateText.IsDateLine(line, start, i) && DateText.Find(line).Any(m => m.Start >= start && m.End <= i && m.Date is not null))
                {
                    return true;
                }

                start = i + 1;
            }
        }

        return false;
    }
}
