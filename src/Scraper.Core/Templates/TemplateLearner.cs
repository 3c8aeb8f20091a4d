using System.Collections.Immutable;
using Scraper.Core.Labelling;

namespace Scraper.Core.Templates;

/// <summary>
/// Adds pages to a site's memory. A page that comes again replaces itself, and of two copies of one article under
/// different addresses one is kept: the memory counts articles, not addresses. Up to the memory's limits, the order in which
/// pages that are no copies come makes no difference to what it says.
/// </summary>
public static class TemplateLearner
{
    /// <summary>The memory with one page more.</summary>
    /// <param name="memory">What is known.</param>
    /// <param name="url">The page's address.</param>
    /// <param name="blocks">Its blocks as they were labelled.</param>
    public static TemplateMemory Learn(TemplateMemory memory, string url, IReadOnlyList<LabelledBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(blocks);
        var (page, names) = Trace(url, blocks);
        var copy = new PageCopy(page);
        var filter = new KeyFilter(names.Keys);
        var (again, met) = (new List<int>(), new HashSet<ulong>());
        foreach (var (i, other) in memory.Pages.Index())
        {
            foreach (ref readonly var block in other.Blocks.AsSpan())
            {
                if (filter.MayHold(block.Key) && names.ContainsKey(block.Key))
                {
                    met.Add(block.Key);
                }
            }

            if (other.Key == page.Key || copy.IsCopy(other))
            {
                again.Add(i);
            }
        }

        // Of copies the one with the smaller key stays, whichever came first.
        var key = again.Select(i => memory.Pages[i].Key).Append(page.Key).Min();
        var pages = memory.Pages.ToBuilder();
        again.Reverse();
        again.ForEach(pages.RemoveAt);
        pages.Add(page with { Key = key });
        while (pages.Count > TemplateLimits.Pages)
        {
            pages.RemoveAt(0);
        }

        var paths = memory.Paths.ToBuilder();
        var excerpts = memory.Excerpts.ToBuilder();
        foreach (var block in page.Blocks)
        {
            paths.TryAdd(block.Path, names[block.Key].Path);
            if (met.Contains(block.Key))
            {
                excerpts.TryAdd(block.Key, names[block.Key].Text);
            }
        }

        return Trim(memory with { Pages = pages.ToImmutable(), Learnt = memory.Learnt + 1, Paths = paths.ToImmutable(), Excerpts = excerpts.ToImmutable() });
    }

    private static (PageTrace Page, Dictionary<ulong, (string Path, string Text)> Names) Trace(string url, IReadOnlyList<LabelledBlock> blocks)
    {
        var paths = new BlockPaths();
        var names = new Dictionary<ulong, (string, string)>();
        var traces = ImmutableArray.CreateBuilder<BlockTrace>();
        var lines = ImmutableArray.CreateBuilder<LineTrace>();
        var edges = TextEdges.Of(blocks.Where(b => WasText(b.Verdict)).Select(b => b.Block));
        foreach (var (block, verdict) in blocks.Take(TemplateLimits.Blocks))
        {
            var trace = new BlockTrace(paths.Of(block), TextKey.Of(block.Text), block.Text.Length, WasText(verdict));
            if (names.TryAdd(trace.Key, (Cut(BlockPaths.Name(block)), Cut(block.Text))))
            {
                traces.Add(trace);
            }

            var (frame, isEdge) = (LineWording.Frame(block), edges.Contains(block.Index));
            if ((frame != 0 && trace.IsText && lines.Count < TemplateLimits.Lines) || isEdge)
            {
                lines.Add(new LineTrace(trace.Path, frame, isEdge, isEdge ? LineWording.Opening(block.Text) : 0, isEdge ? LineWording.Closing(block.Text) : 0));
            }
        }

        return (new PageTrace(TextKey.OfAddress(url), traces.ToImmutable(), lines.ToImmutable()), names);
    }

    /// <summary>Whether a block was text before the template spoke, which only ever takes text out or puts some back: it must not learn from itself.</summary>
    private static bool WasText(Verdict verdict) => verdict.Reason.Kind == ReasonKind.Template ? !verdict.IsText : verdict.IsText;

    /// <summary>Forgets names of what no page holds any more, once there are too many.</summary>
    private static TemplateMemory Trim(TemplateMemory memory)
    {
        if (memory.Paths.Count <= TemplateLimits.Names && memory.Excerpts.Count <= TemplateLimits.Names)
        {
            return memory;
        }

        var paths = memory.Pages.SelectMany(p => p.Blocks.Select(b => b.Path)).ToHashSet();
        var counts = memory.Pages.SelectMany(p => p.Blocks).GroupBy(b => b.Key).Where(g => g.Skip(1).Any()).Select(g => g.Key).ToHashSet();
        return memory with { Paths = Some(memory.Paths, paths), Excerpts = Some(memory.Excerpts, counts) };
    }

    private static ImmutableDictionary<ulong, string> Some(ImmutableDictionary<ulong, string> names, HashSet<ulong> kept) =>
        names.Where(n => kept.Contains(n.Key)).OrderBy(n => n.Key).Take(TemplateLimits.Names / 2).ToImmutableDictionary();

    private static string Cut(string text) => text.Length <= TemplateLimits.Name ? text : text[..(char.IsHighSurrogate(text[TemplateLimits.Name - 1]) ? TemplateLimits.Name - 1 : TemplateLimits.Name)];
}
