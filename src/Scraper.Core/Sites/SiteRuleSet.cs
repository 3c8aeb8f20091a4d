using System.Collections.Frozen;

namespace Scraper.Core.Sites;

/// <summary>All rules in force. It never changes; a changed file makes a new set.</summary>
public sealed class SiteRuleSet
{
    private readonly FrozenDictionary<string, SiteRule> _byHost;
    private readonly FrozenDictionary<string, SiteRule> _byName;

    private SiteRuleSet(IReadOnlyList<SiteRule> rules, Dictionary<string, SiteRule> byHost, IReadOnlyList<SiteProblem> problems)
    {
        Rules = rules;
        Problems = problems;
        _byHost = byHost.ToFrozenDictionary(StringComparer.Ordinal);
        _byName = rules.ToFrozenDictionary(r => r.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No rules.</summary>
    public static SiteRuleSet Empty { get; } = new([], [], []);

    /// <summary>Every rule, sites and families, complete with what they extend, by name.</summary>
    public IReadOnlyList<SiteRule> Rules { get; }

    /// <summary>The rules for sites, by name.</summary>
    public IEnumerable<SiteRule> Sites => Rules.Where(r => !r.IsFamily);

    /// <summary>The rules for families, by name.</summary>
    public IEnumerable<SiteRule> Families => Rules.Where(r => r.IsFamily);

    /// <summary>What is wrong with the files; a file with an error gave no rule, the others did.</summary>
    public IReadOnlyList<SiteProblem> Problems { get; }

    /// <summary>Reads rule files. A broken one is reported and left; the others are in force.</summary>
    /// <param name="files">The files; where two say something about one host or name, the first by path is believed.</param>
    public static SiteRuleSet Load(IEnumerable<SiteFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return From(files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => SiteRuleReader.Read(f.Path, f.Text)));
    }

    /// <summary>Puts rules that were read one by one together.</summary>
    /// <param name="readings">What the files gave, in order of belief.</param>
    public static SiteRuleSet From(IEnumerable<SiteRuleReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var problems = new List<SiteProblem>();
        var byName = new Dictionary<string, SiteRule>(StringComparer.OrdinalIgnoreCase);
        foreach (var (rule, found) in readings)
        {
            problems.AddRange(found);
            if (rule is not null && !byName.TryAdd(rule.Name, rule))
            {
                problems.Add(Refuse(rule, "name", $"\"{rule.Name}\" is also the name of {SiteProblem.Place(byName[rule.Name].Source, 0)}; this file is left out: give it another name"));
            }
        }

        var byHost = new Dictionary<string, SiteRule>(StringComparer.Ordinal);
        var complete = new List<SiteRule>();
        foreach (var rule in byName.Values)
        {
            if (rule.Hosts.FirstOrDefault(byHost.ContainsKey) is { } taken)
            {
                problems.Add(Refuse(rule, "hosts", $"{taken} is also a host of {SiteProblem.Place(byHost[taken].Source, 0)}; this file is left out: keep the host in one"));
            }
            else if (SiteFamilies.Complete(rule, byName, problems) is { } whole)
            {
                complete.Add(whole);
                foreach (var host in whole.Hosts)
                {
                    byHost[host] = whole;
                }
            }
        }

        return new SiteRuleSet([.. complete.OrderBy(r => r.Name, StringComparer.Ordinal)], byHost, problems);
    }

    /// <summary>The rule of a name, site or family; <see langword="null"/> if there is none.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public SiteRule? ByName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// The rule for a host: the host itself, the host without <c>www.</c>, then the longest wildcard that covers it;
    /// <see langword="null"/> if there is none.
    /// </summary>
    /// <param name="host">A host name, in any case, Unicode or ASCII.</param>
    public SiteRule? ForHost(string host)
    {
        if (HostText.Normal(host) is not { } name)
        {
            return null;
        }

        if (_byHost.TryGetValue(name, out var rule) || (name.StartsWith("www.", StringComparison.Ordinal) && _byHost.TryGetValue(name[4..], out rule)))
        {
            return rule;
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
        {
            if (_byHost.TryGetValue("*" + name[dot..], out rule))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The rule for a page: its host's, else the first family (by name) whose fingerprint the page shows, else <see langword="null"/>.</summary>
    /// <param name="host">The page's host.</param>
    /// <param name="page">The page.</param>
    public SiteRule? ForPage(string host, SelectorPage page) =>
        ForHost(host) ?? Families.FirstOrDefault(f => f.Fingerprints.Any(p => SiteFingerprints.Shows(page, p)));

    private static SiteProblem Refuse(SiteRule rule, string key, string message) => new(SiteProblemSeverity.Error, rule.Source, 0, 0, key, message);
}
