using System.Collections.Frozen;

namespace Scraper.Core.Sites;

/// <summary>All rules in force. It never changes; a changed file makes a new set.</summary>
public sealed class SiteRuleSet
{
    private readonly FrozenDictionary<string, SiteRule> _byHost;
    private readonly FrozenDictionary<string, SiteRule> _byName;
    private readonly IReadOnlyList<SiteRule> _fingerprinted;
    private readonly SiteRule? _global;

    private SiteRuleSet(IReadOnlyList<SiteRule> rules, Dictionary<string, SiteRule> byHost, IReadOnlyList<SiteProblem> problems)
    {
        _global = rules.FirstOrDefault(IsGlobal) is { } global ? WithoutFields(global) : null;
        // Our own families are believed before those of ftr-site-config.
        _fingerprinted = [.. rules.Where(r => r is { IsFamily: true, Fingerprints.Count: > 0 }).OrderBy(r => r.FallsThrough)];
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
        return From(files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(SiteRuleReader.Read));
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
        foreach (var rule in byName.Values.OrderBy(r => r.FallsThrough))
        {
            if (rule.Hosts.FirstOrDefault(byHost.ContainsKey) is { } taken)
            {
                problems.Add(rule.FallsThrough
                    ? new SiteProblem(SiteProblemSeverity.Note, rule.Source, 0, 0, string.Empty, $"{taken} is a host of {SiteProblem.Place(byHost[taken].Source, 0)}, which is believed; this file is not used")
                    : Refuse(rule, "hosts", $"{taken} is also a host of {SiteProblem.Place(byHost[taken].Source, 0)}; this file is left out: keep the host in one"));
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
    /// <see langword="null"/> if there is none. A rule that falls through gets its parent domains' and the global one added.
    /// </summary>
    /// <param name="host">A host name, in any case, Unicode or ASCII.</param>
    public SiteRule? ForHost(string host) => Lookup(host) is { } rule ? WithGlobal(rule) : null;

    /// <summary>The rule that reads a page, whoever found it: that of the site whose hosts claim its address; else that of the site that found it.</summary>
    /// <param name="url">Where the page came from in the end.</param>
    /// <param name="finder">The rule of the site that found it, or <see langword="null"/>.</param>
    public SiteRule? ForUrl(Uri url, SiteRule? finder)
    {
        ArgumentNullException.ThrowIfNull(url);
        return ForHost(UrlHost.Of(url)) ?? finder;
    }

    /// <summary>
    /// The rule for a page: its host's; else the family whose fingerprint the page shows; else the global one; else
    /// <see langword="null"/>. To a host's rule that falls through, the family is added. Of several families the page
    /// gets one that none of the others extends; YAML before ftr-site-config, then by name.
    /// </summary>
    /// <param name="host">The page's host; may be empty.</param>
    /// <param name="page">The page.</param>
    public SiteRule? ForPage(string host, SelectorPage page)
    {
        var rule = Lookup(host);
        if (rule is { FallsThrough: false })
        {
            return rule;
        }

        var shown = _fingerprinted.Where(f => f.Fingerprints.Any(p => SiteFingerprints.Shows(page, p))).ToList();
        var family = shown.Find(f => !shown.Exists(other => other.Extends.Contains(f.Name, StringComparer.OrdinalIgnoreCase)));
        rule = (rule, family) switch
        {
            (null, null) => _global,
            (null, not null) => family,
            (not null, null) => rule,
            _ => SiteRuleMerge.Add(rule, family, []),
        };
        return rule is null ? null : WithGlobal(rule);
    }

    /// <summary>Whether a rule is that of <c>global.txt</c>.</summary>
    internal static bool IsGlobal(SiteRule rule) => rule.Name == FtrNames.Rule(FtrNames.Global);

    /// <summary>The global rule as it is added: its fields are meta tags that metadata reading knows, and cleans of the site's name, anyway.</summary>
    internal static SiteRule WithoutFields(SiteRule global) =>
        global with { Layouts = [.. global.Layouts.Select(l => l with { Select = new Dictionary<SiteField, IReadOnlyList<Selector>>() })] };

    private SiteRule WithGlobal(SiteRule rule) => rule.FallsThrough && _global is not null && rule.Name != _global.Name ? SiteRuleMerge.Add(rule, _global, []) : rule;

    private SiteRule? Lookup(string host)
    {
        if (HostText.Normal(host) is not { } name)
        {
            return null;
        }

        if (!_byHost.TryGetValue(name, out var found) && name.StartsWith("www.", StringComparison.Ordinal))
        {
            _byHost.TryGetValue(name[4..], out found);
        }

        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0 && found is null or { FallsThrough: true }; dot = name.IndexOf('.', dot + 1))
        {
            if (_byHost.TryGetValue("*" + name[dot..], out var parent))
            {
                found = found is null ? parent : parent.FallsThrough ? SiteRuleMerge.Add(found, parent, []) : found;
            }

            if (dot == name.Length - 1)
            {
                break;
            }
        }

        return found;
    }

    private static SiteProblem Refuse(SiteRule rule, string key, string message) => new(SiteProblemSeverity.Error, rule.Source, 0, 0, key, message);
}
