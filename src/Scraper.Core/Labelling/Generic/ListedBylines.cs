using System.Collections.Frozen;

namespace Scraper.Core.Labelling;

/// <summary>
/// Lines that name somebody, where a page has many of them amid its text: no byline, but part of each entry that the page
/// lists ("By Ann Lee" under every book, a list of experts with their roles).
/// </summary>
internal static class ListedBylines
{
    /// <summary>Fewest such lines; an article has one or two.</summary>
    private const int Fewest = 5;

    /// <summary>The blocks whose words made them bylines and that the model takes for text; empty where they are few.</summary>
    public static IReadOnlySet<int> Find(PagePrediction page, LabelSheet sheet)
    {
        List<int>? lines = null;
        for (var i = 0; i < page.View.Count; i++)
        {
            if (sheet[i] is { Label: Label.Byline, Reason.Kind: ReasonKind.Pattern } && page.IsText(i))
            {
                (lines ??= []).Add(i);
            }
        }

        return lines is { Count: >= Fewest } ? lines.ToFrozenSet() : FrozenSet<int>.Empty;
    }
}
