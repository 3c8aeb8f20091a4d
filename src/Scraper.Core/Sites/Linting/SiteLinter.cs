namespace Scraper.Core.Sites;

/// <summary>Looks rule files over: what is wrong, what will break, what is said twice.</summary>
public static class SiteLinter
{
    /// <summary>Looks files over, each by itself and all together.</summary>
    /// <param name="files">The files.</param>
    public static SiteLint Lint(IEnumerable<SiteFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var readings = files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (f.Path, Reading: SiteRuleReader.Read(f))).ToList();
        var whole = readings.Count(r => r.Reading.Rule is not null && r.Reading.Problems.All(p => p.Severity == SiteProblemSeverity.Note));
        var rules = readings.Select(r => r.Reading.Rule).OfType<SiteRule>().ToList();
        var together = SiteRuleSet.From(readings.Select(r => r.Reading));
        SiteProblem[] problems =
        [
            .. together.Problems,
            .. rules.SelectMany(FragileSelectors.Find),
            .. rules.SelectMany(RunawayPatterns.Find),
            .. SameRules.Find(rules),
        ];
        return new SiteLint(readings.Count, whole, [.. problems.OrderBy(p => p.Source, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
    }
}
