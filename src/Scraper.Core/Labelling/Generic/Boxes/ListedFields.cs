using System.Collections.Frozen;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Lines that name somebody or a day, where a page has many of them amid its text: no byline and no date of the article, but
/// part of each entry that the page lists ("By Ann Lee" under every book, the days of a timeline as sub-headings).
/// </summary>
internal static class ListedFields
{
    /// <summary>Fewest bylines; an article has one or two.</summary>
    private const int FewestBylines = 5;

    /// <summary>Fewest headings that are dates; an article's own date may be one.</summary>
    private const int FewestDates = 2;

    /// <summary>The blocks whose words made them bylines or dates and that the model takes for text; empty where they are few.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page, LabelSheet sheet)
    {
        List<int> bylines = [], dates = [];
        for (var i = 0; i < page.View.Count; i++)
        {
            if (sheet[i] is { Label: Label.Byline or Label.Date, Reason.Kind: ReasonKind.Pattern } verdict && page.IsText(i))
            {
                if (verdict.Label == Label.Byline)
                {
                    bylines.Add(i);
                }
                else if (page.View.Blocks[i].Kind == BlockKind.Heading)
                {
                    dates.Add(i);
                }
            }
        }

        return new[] { bylines.Count >= FewestBylines ? bylines : [], dates.Count >= FewestDates ? dates : [] }.SelectMany(l => l).ToFrozenSet();
    }
}
