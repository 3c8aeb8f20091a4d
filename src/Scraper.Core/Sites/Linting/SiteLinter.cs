namespace Scraper.Core.Sites;

/// <summary>Looks rule files over: what is wrong, what will break, what is said twice.</summary>
public static class SiteLinter
{
    /// <summary>Looks files over, each by itself and all together.</summary>
    /// <param name="files">The files.</param>
    public static SiteLint Lint(IEnumerable<SiteFile> files) => Lint(files, []);

    /// <summary>Looks files over that may extend families which stand elsewhere.</summary>
    /// <param name="files">The files; only of these are problems told.</param>
    /// <param name="families">The families; a file takes the place of one that has its name.</param>
    public static SiteLint Lint(IEnumerable<SiteFile> files, IEnumerable<SiteRule> families)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(families);
        var readings = files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (f.Path, Reading: SiteRuleReader.Read(f))).ToList();
        var rules = readings.Select(r => r.Reading.Rule).OfType<SiteRule>().ToList();
        var names = rules.Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var elsewhere = families.Where(f => !names.Contains(f.Name)).ToList();
        var together = SiteRuleSet.From(readings.Select(r => r.Reading).Concat(elsewhere.Select(f => new SiteRuleReading(f, []))));
        var foreign = elsewhere.Select(f => f.Source).ToHashSet(StringComparer.Ordinal);
        SiteProblem[] problems =
        [
            .. together.Problems.Where(p => !foreign.Contains(p.Source)),
            .. rules.SelectMany(FragileSelectors.Find),
            .. rules.SelectMany(RunawayPatterns.Find),
            .. SameRules.Find(rules),
            .. UnvisitedSites.Find(rules),
        ];
        // A file may also be left out for what another says.
        var refused = together.Problems.Where(p => p.Severity == SiteProblemSeverity.Error).Select(p => p.Source).ToHashSet(StringComparer.Ordinal);
        var whole = readings.Count(r => r.Reading.Rule is not null && !refused.Contains(r.Path) && r.Reading.Problems.All(p => p.Severity == SiteProblemSeverity.Note));
        return new SiteLint(readings.Count, whole, [.. problems.OrderBy(p => p.Source, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
    }
}
