namespace Scraper.Core.Sites;

/// <summary>Finds files that say the same, which is what families are for.</summary>
internal static class SameRules
{
    private const int FewestFiles = 3;
    private const int FewestSelectors = 3;

    /// <summary>A note at the first file of every group of three or more with the same layout of three or more selectors.</summary>
    public static IEnumerable<SiteProblem> Find(IEnumerable<SiteRule> rules) => rules
        .Where(r => r.Layouts.Count > 0)
        .Select(r => (Rule: r, Selectors: SiteSelectors.Of(r.Layouts[0]).Select(s => s.Expression).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()))
        .Where(r => r.Selectors.Count >= FewestSelectors)
        .GroupBy(r => string.Join('\n', r.Selectors), r => r.Rule, StringComparer.Ordinal)
        .Where(g => g.Count() >= FewestFiles)
        .Select(g => new SiteProblem(
            SiteProblemSeverity.Warning,
            g.First().Source,
            0,
            0,
            string.Empty,
            $"the same rules stand in {g.Count() - 1} more files ({string.Join(", ", g.Skip(1).Take(4).Select(r => Path.GetFileName(r.Source)))}{(g.Count() > 5 ? ", …" : string.Empty)}): make a family of them and extend it"));
}
