using System.Globalization;
using Scraper.Benchmarks.Training;
using Scraper.Core.Templates;

namespace Scraper.Benchmarks.Templates;

/// <summary>
/// How much any memory could gain: how many of the words that are taken too many, or missing, stand where other pages of the
/// host could tell. It looks at the other pages' gold, which no memory can.
/// </summary>
internal static class MemoryBound
{
    /// <summary>Share of a path's blocks on other pages that must (not) be gold for the path to tell.</summary>
    private const double Nearly = 0.9;

    public static void Print(string name, IEnumerable<TrainingPage> pages)
    {
        var (tooMany, repeated, neverText) = (0.0, 0.0, 0.0);
        var (missing, alwaysText) = (0.0, 0.0);
        foreach (var host in pages.GroupBy(p => p.Page.Host).Select(g => g.Select(p => new Page(p)).ToList()))
        {
            foreach (var page in host)
            {
                var others = host.Where(p => p != page).ToList();
                foreach (var block in page.Blocks)
                {
                    var at = others.SelectMany(o => o.ByPath[block.Path]).ToList();
                    if (block.IsTaken && block.Share < 0.5)
                    {
                        var words = block.Words * (1 - block.Share);
                        tooMany += words;
                        repeated += at.Exists(b => b.Text == block.Text) ? words : 0;
                        neverText += at.Count > 0 && at.Count(b => b.Share < 0.5) >= Nearly * at.Count ? words : 0;
                    }
                    else if (!block.IsTaken && block.Share >= 0.5)
                    {
                        var words = block.Words * block.Share;
                        missing += words;
                        alwaysText += at.Count > 0 && at.Count(b => b.Share >= 0.5) >= Nearly * at.Count ? words : 0;
                    }
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {tooMany:0} words too many, {repeated / Math.Max(1, tooMany):P1} of them in texts that another page has at the same path, {neverText / Math.Max(1, tooMany):P1} at paths that hold no gold on the other pages; {missing:0} words missing, {alwaysText / Math.Max(1, missing):P1} of them at paths that hold gold on the other pages"));
    }

    private sealed record Line(ulong Path, ulong Text, int Words, double Share, bool IsTaken);

    private sealed class Page
    {
        public Page(TrainingPage page)
        {
            var paths = new BlockPaths();
            Blocks =
            [
                .. MemoryPage.Of(page).Alone.Where(b => page.Words[b.Block.Index] > 0).Select(b => new Line(
                    paths.Of(b.Block), TextKey.Of(b.Block.Text), page.Words[b.Block.Index], page.Targets[b.Block.Index].Share, b.Verdict.IsText)),
            ];
            ByPath = Blocks.ToLookup(b => b.Path);
        }

        public IReadOnlyList<Line> Blocks { get; }

        public ILookup<ulong, Line> ByPath { get; }
    }
}
