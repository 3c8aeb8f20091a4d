using Scraper.Core.Articles;

namespace Scraper.Core.Sites.Learning;

/// <summary>How like the wanted text what is taken from pages is: mean F1 over characters of blocks, 0–1.</summary>
internal static class Likeness
{
    /// <summary>Of what articles hold, which were read from the same pages in the same order.</summary>
    public static double Of(IReadOnlyList<ExamplePage> pages, IReadOnlyList<Article> articles) =>
        pages.Zip(articles).Average(p => Of(p.First, [.. p.Second.Blocks.Where(b => b.Verdict.IsText).Select(b => b.Block.Index)]));

    /// <summary>Of what a rule would take.</summary>
    public static double Of(IReadOnlyList<ExamplePage> pages, LearntRule rule) =>
        pages.Average(p => Of(p, [.. p.Inside(rule.Body.Expression).Except(rule.Strips.SelectMany(s => p.Inside(s.Expression)))]));

    private static double Of(ExamplePage page, HashSet<int> taken)
    {
        double both = 0, all = 0;
        for (var block = 0; block < page.Blocks.Count; block++)
        {
            var (isWanted, isTaken) = (page.IsText[block], taken.Contains(block));
            both += isWanted && isTaken ? 2 * page.Length(block) : 0;
            all += (isWanted ? page.Length(block) : 0) + (isTaken ? page.Length(block) : 0);
        }

        return all == 0 ? 1 : both / all;
    }
}
