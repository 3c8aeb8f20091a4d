namespace Scraper.Core.Sites.Learning;

/// <summary>Tells which pages are of one layout: those whose text stands in an element of the same lasting name.</summary>
public static class PageLayouts
{
    /// <summary>Layouts that are told apart; a site has few at a time.</summary>
    private const int Most = 8;

    /// <summary>Groups of pages, by their place among those given, the largest first; of equal ones that with the latest page. Pages that share no name with another are in none.</summary>
    /// <param name="pages">The pages.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Group(IReadOnlyList<ExamplePage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var named = Enumerable.Range(0, pages.Count).Where(i => pages[i].TextLength > 0)
            .SelectMany(i => pages[i].Names.Where(n => !ElementNames.IsWeak(n)).Select(n => (Name: n, Page: i, Score: BodyChoice.Score(pages[i], n))))
            .Where(n => n.Score > BodyChoice.Least)
            .GroupBy(n => n.Name, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, Pages: g.Select(n => n.Page).ToHashSet(), Score: g.Average(n => n.Score)))
            .ToList();
        var (groups, left) = (new List<IReadOnlyList<int>>(), Enumerable.Range(0, pages.Count).ToHashSet());
        while (groups.Count < Most)
        {
            var best = named.Select(n => (n.Name, Pages: n.Pages.Where(left.Contains).Order().ToList(), n.Score))
                .Where(n => n.Pages.Count >= SiteRuleLearner.LeastPages)
                .OrderByDescending(n => n.Pages.Count).ThenByDescending(n => n.Pages[^1]).ThenByDescending(n => n.Score).ThenBy(n => n.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Pages is null)
            {
                break;
            }

            groups.Add(best.Pages);
            left.ExceptWith(best.Pages);
        }

        return groups;
    }
}
