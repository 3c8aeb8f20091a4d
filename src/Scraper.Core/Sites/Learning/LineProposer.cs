using System.Globalization;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>
/// Makes lines for a rule from what a person says of one block: "this is the body", "this is related". Selectors go by names
/// that last; the best first. Same pages, same lines. Nothing is applied: a person decides.
/// </summary>
public static class LineProposer
{
    /// <summary>Lines that are offered at most.</summary>
    public const int Most = 4;

    /// <summary>A strip that would take more of the page's text than this is not offered, 0–1.</summary>
    private const double MostText = 0.3;

    /// <summary>Weight of what is not text in a body, in characters: strips can take it out again.</summary>
    private const double Foreign = 0.3;

    private const int LongestLine = 200;

    /// <summary>The lines, best first; empty where nothing at the block can be called by a lasting name.</summary>
    /// <param name="page">The page.</param>
    /// <param name="block">The block's position in it.</param>
    /// <param name="label">What the person says that it is.</param>
    /// <param name="others">Further pages of the site, to count what a line would take there.</param>
    public static IReadOnlyList<ProposedLine> Propose(ExamplePage page, int block, Label label, IReadOnlyList<ExamplePage> others)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(others);
        if (block < 0 || block >= page.Blocks.Count)
        {
            return [];
        }

        return label is Label.Body or Label.Heading
            ? Bodies(page, block, others)
            : [.. FieldProposer.Propose(page, block, label, others).Take(Most - 1), .. Strips(page, block, label, others), .. Lines(page, block, label, others)];
    }

    private static IReadOnlyList<ProposedLine> Bodies(ExamplePage page, int block, IReadOnlyList<ExamplePage> others)
    {
        var element = page.Blocks[block].Block.Element;

        // Where one paragraph is the body, those beside it in the same parent are.
        var parent = element?.Parent;
        var text = page.Blocks.Select((b, i) => i == block || (parent is not null && ReferenceEquals(b.Block.Element?.Parent, parent) && b.Block.Kind != BlockKind.Embed)).ToArray();

        // What is taken for text now is believed where it is the larger part, and something is missing from it.
        if (text.Select((t, i) => t && !page.IsText[i] ? page.Length(i) : 0).Sum() < page.TextLength)
        {
            text = [.. text.Select((t, i) => t || page.IsText[i])];
        }

        double all = text.Select((t, i) => t ? page.Length(i) : 0).Sum();
        var scored =
            from name in Names(element)
            where !ElementNames.IsWeak(name)
            let inside = page.Inside(name)
            let held = inside.Where(i => text[i]).Sum(page.Length)
            let foreign = inside.Where(i => !text[i]).Sum(page.Length)
            let score = 2 * held / (held + all + (Foreign * foreign))
            orderby Math.Round(score, 2) descending, page.Elements(name).Count, ElementNames.Rank(name), name
            select new ProposedLine(ProposedLineKind.Select, name, Label.Body, string.Create(
                CultureInfo.InvariantCulture,
                $"holds {held / Math.Max(1, all):P0} of the text here, {Share(foreign, held + foreign)} of it something else{On(name, others)}"));
        return [.. scored.DistinctBy(l => string.Join(',', page.Inside(l.Expression))).Take(Most)];
    }

    private static IEnumerable<ProposedLine> Strips(ExamplePage page, int block, Label label, IReadOnlyList<ExamplePage> others)
    {
        var all = Math.Max(1, page.TextLength);
        var strips =
            from name in Names(page.Blocks[block].Block.Element)
            let inside = page.Inside(name)
            let text = inside.Where(i => page.IsText[i] && i != block).Sum(page.Length)
            where text < MostText * all && inside.Contains(block)
            orderby ElementNames.IsWeak(name), text > 0 && inside.Count(i => page.IsText[i]) * 2 < inside.Count, ElementNames.Rank(name) >= 4, inside.Count, ElementNames.Rank(name), name
            select new ProposedLine(ProposedLineKind.Strip, name, label, string.Create(
                CultureInfo.InvariantCulture,
                $"takes {Counted(inside.Count, "block")} here, {inside.Count(i => page.IsText[i])} of them in the text now{On(name, others)}"));
        return strips.DistinctBy(l => string.Join(',', page.Inside(l.Expression))).Take(Most - 1);
    }

    private static IEnumerable<ProposedLine> Lines(ExamplePage page, int block, Label label, IReadOnlyList<ExamplePage> others)
    {
        var text = page.Blocks[block].Block.Text;
        if (text.Length > LongestLine)
        {
            yield break;
        }

        var pattern = LineChoice.Pattern(text);
        var line = new SitePattern(pattern);
        var on = others.Count(p => p.Blocks.Any(b => line.IsMatch(b.Block.Text)));
        yield return new ProposedLine(ProposedLineKind.Line, pattern, label, string.Create(CultureInfo.InvariantCulture, $"the line itself, any number for each number; it stands on {on} of {Counted(others.Count, "other page")}"));
    }

    /// <summary>Names of an element and of those that hold it, the nearest first.</summary>
    internal static IEnumerable<string> Names(HtmlElement? element)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var e = element; e is not null; e = e.Parent)
        {
            foreach (var name in ElementNames.Of(e).Where(seen.Add))
            {
                yield return name;
            }
        }
    }

    internal static string On(string name, IReadOnlyList<ExamplePage> others) => others.Count == 0 ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"; finds something on {others.Count(p => p.Inside(name).Count > 0)} of {Counted(others.Count, "other page")}");

    private static string Share(double part, double whole) => (whole == 0 ? 0 : part / whole).ToString("P0", CultureInfo.InvariantCulture);

    private static string Counted(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? string.Empty : "s")}");
}
