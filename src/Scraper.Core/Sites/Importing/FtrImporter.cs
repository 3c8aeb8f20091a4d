namespace Scraper.Core.Sites;

/// <summary>
/// Makes rules of their own out of files of ftr-site-config. Those add to one another by their names
/// (<see cref="SiteRule.FallsThrough"/>), other rules only what they extend: so each extends what would be added to it.
/// </summary>
public static class FtrImporter
{
    /// <summary>Reads files that were kept together.</summary>
    /// <param name="files">The files, all <c>.txt</c>.</param>
    /// <returns>For each file its rule, under the file's name, and line by line what was carried, how, and what was not.</returns>
    public static IReadOnlyList<SiteRuleReading> Read(IEnumerable<SiteFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var readings = files.Select(SiteRuleReader.Read).ToList();
        var rules = readings.Select(r => r.Rule).OfType<SiteRule>().ToList();
        var byHost = rules.SelectMany(r => r.Hosts.Select(h => (Host: h, Rule: r))).DistinctBy(r => r.Host).ToDictionary(r => r.Host, r => r.Rule, StringComparer.Ordinal);
        var global = rules.Find(SiteRuleSet.IsGlobal);
        return [.. readings.Select(r => r.Rule is { } rule ? new SiteRuleReading(Import(rule), [.. r.Problems, .. Losses(rule)]) : r)];

        SiteRule Import(SiteRule rule) => (rule == global ? SiteRuleSet.WithoutFields(rule) : rule) with
        {
            Name = NameOf(rule),
            Extends = rule.FallsThrough && rule != global ? [.. Parents(rule).Append(global).OfType<SiteRule>().Select(NameOf)] : [],
            FallsThrough = false,
        };

        IEnumerable<SiteRule> Parents(SiteRule rule) => rule.Hosts.SelectMany(Wildcards).Select(wildcard => byHost.GetValueOrDefault(wildcard)).OfType<SiteRule>().Where(p => p.FallsThrough && p != rule);

        IEnumerable<SiteProblem> Losses(SiteRule rule)
        {
            if (rule.IsFamily && rule != global && rule.Fingerprints.Count == 0)
            {
                yield return Loss(rule, "it is not known how pages show this software; write fingerprints, or name it under extends");
            }
            else if (rule.IsFamily && rule != global && rules.Exists(r => !r.IsFamily && r.FallsThrough))
            {
                yield return Loss(rule, "carried as a family, for pages of hosts that have no rule; name it under extends of the imported sites that are made by it");
            }

            if (rule == global)
            {
                yield return Loss(rule, "carried as a family that the other files extend, without its fields, which are read anyway; pages of hosts that have no rule do not get it");
            }
        }
    }

    /// <summary>The wildcards that cover a host as pages have it, <c>www.</c> included, the closest first.</summary>
    private static IEnumerable<string> Wildcards(string host)
    {
        var isWildcard = host.StartsWith("*.", StringComparison.Ordinal);
        var name = isWildcard ? host[2..] : "www." + host;
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            yield return "*" + name[dot..];
        }
    }

    private static string NameOf(SiteRule rule) => FtrNames.File(rule.Name);

    private static SiteProblem Loss(SiteRule rule, string message) => new(SiteProblemSeverity.Warning, rule.Source, 0, 0, string.Empty, message);
}
