using Scraper.Core.Blocks;
using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Finds where a layout's markers cut a page.</summary>
internal static class BlockCuts
{
    /// <summary>
    /// The earliest block that a marker stands at or, where its element holds no block, before; with the marker that
    /// found it. <see langword="null"/> where no marker is on the page.
    /// </summary>
    /// <param name="blocks">The blocks among which markers are looked for, in page order.</param>
    /// <param name="markers">The markers.</param>
    /// <param name="key">The rule's key, for counting.</param>
    /// <param name="page">The page, for markers that are elements; <see langword="null"/> for a plain text.</param>
    /// <param name="run">Runs selectors and counts.</param>
    /// <param name="patterns">Runs patterns and counts.</param>
    public static BlockCut? First(
        IReadOnlyList<Block> blocks, IReadOnlyList<SiteMarker> markers, string key, SelectorPage? page, SelectorRun run, PatternRun patterns)
    {
        BlockCut? first = null;
        foreach (var marker in markers)
        {
            var found = marker.Selector is { } selector
                ? page is null ? null : AtElement(blocks, run.Select(key, selector), page.Index, marker)
                : patterns.First(key, marker.Pattern!, blocks) is { } block ? new BlockCut(block.Index, block.Index + 1, marker) : null;
            if (found is not null && (first is null || found.From < first.From))
            {
                first = found;
            }
        }

        return first;
    }

    private static BlockCut? AtElement(IReadOnlyList<Block> blocks, IReadOnlyList<SelectorHit> hits, PageIndex index, SiteMarker marker)
    {
        var owners = blocks.Where(b => b.Element is not null).ToLookup(b => b.Element!);
        foreach (var hit in hits)
        {
            if (hit.Element is not { } element || index.IdOf(element) is not (>= 0 and var id))
            {
                continue;
            }

            // Blocks of the element are the marker; without any, the first block that begins after it.
            int? from = null;
            int? after = null;
            for (var i = id; i < index.Count && (i < index.End(id) || from is null); i++)
            {
                if (index.Element(i) is { } at && owners.Contains(at))
                {
                    from ??= owners[at].First().Index;
                    if (i < index.End(id))
                    {
                        after = owners[at].Last().Index + 1;
                    }
                }
            }

            if (from is { } start)
            {
                return new BlockCut(start, after ?? start, marker);
            }
        }

        return null;
    }
}
