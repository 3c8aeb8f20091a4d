using Scraper.Core.Yaml;

namespace Scraper.Core.Sites;

/// <summary>
/// Reads rule files. A file with an error gives no rule, and every problem in it is named with its line, column and
/// key in one go.
/// </summary>
public static class SiteRuleReader
{
    /// <summary>Reads a file by its ending: <c>.txt</c> as ftr-site-config, everything else as YAML.</summary>
    /// <param name="file">The file.</param>
    public static SiteRuleReading Read(SiteFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file, isTrusted: false);
    }

    /// <summary>Reads one YAML file.</summary>
    /// <param name="path">Its path, for messages and for the rule's name; it is not opened.</param>
    /// <param name="text">Its whole text.</param>
    public static SiteRuleReading Read(string path, string text) => Read(path, text, isTrusted: false);

    /// <summary>Reads a file whose selectors and patterns are known to compile; each is compiled when a page asks for it.</summary>
    /// <param name="file">The file.</param>
    public static SiteRuleReading ReadTrusted(SiteFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file, isTrusted: true);
    }

    private static SiteRuleReading Read(SiteFile file, bool isTrusted) =>
        file.Trouble is { } trouble ? new SiteRuleReading(null, [new SiteProblem(SiteProblemSeverity.Error, file.Path, 0, 0, string.Empty, $"cannot be read: {trouble}")])
        : Path.GetExtension(file.Path).Equals(".txt", StringComparison.OrdinalIgnoreCase) ? FtrReader.Read(file.Path, file.Text)
        : Read(file.Path, file.Text, isTrusted);

    private static SiteRuleReading Read(string path, string text, bool isTrusted)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var problems = new SiteProblems(path, isTrusted);
        SiteRule? rule = null;
        try
        {
            rule = YamlFile.Read(text) switch
            {
                YamlMap map => ReadRule(new YamlSection(map, string.Empty, SiteVocabulary.Root, problems)),
                null or YamlText { IsNothing: true } => Refuse("the file is empty"),
                _ => Refuse("a rule file is a mapping, a line \"key: value\" each"),
            };
        }
        catch (YamlFileException e)
        {
            problems.Add(SiteProblemSeverity.Error, e.Line, e.Column, string.Empty, e.Message);
        }

        return new SiteRuleReading(problems.HasErrors ? null : rule, problems.InOrder);

        SiteRule? Refuse(string message)
        {
            problems.Add(SiteProblemSeverity.Error, 1, 1, string.Empty, message);
            return null;
        }
    }

    private static SiteRule ReadRule(YamlSection root)
    {
        string[] visits = ["schedule", "discovery"];
        foreach (var key in visits.Where(k => root.Node(k) is not null && !root.Has("hosts")))
        {
            root.Problems.Error(root.Node(key)!, key, "a rule without hosts is a family and never visited; name its hosts");
        }

        if (root.Text("language") is { } tag && !LanguageText.IsKnown(tag))
        {
            root.Problems.Warn(root.Node("language")!, "language", $"\"{tag}\" is no language tag that is known here, and names of months are not read in it; write one such as en, de-AT or zh-Hant");
        }

        return ReadKeys(root);
    }

    private static SiteRule ReadKeys(YamlSection root) => new()
    {
        Name = root.Text("name") ?? Path.GetFileNameWithoutExtension(root.Problems.Source),
        Title = root.Text("title"),
        Hosts = [.. root.TextNodes("hosts").Select(h => HostText.Read(h, root)).OfType<string>()],
        Language = root.Text("language"),
        Extends = root.Texts("extends"),
        Fingerprints = [.. root.Sections("fingerprints").Select(ReadFingerprint).OfType<SiteFingerprint>()],
        Schedule = ReadSchedule(root),
        Discovery = ReadDiscovery(root.Section("discovery")),
        Fetching = ReadFetching(root.Section("fetch")),
        LiveBlogs = root.Has("live_blogs") ? root.Flag("live_blogs") : null,
        Rewrites = ReadRewrites(root),
        Tests = [.. root.Sections("tests").Select(t => new SiteTest(AddressText.Read(t, "url") ?? string.Empty, t.Texts("contains"), t.Map.Line))],
        Layouts = ReadLayouts(root),
        Source = root.Problems.Source,
    };

    private static List<SiteLayout> ReadLayouts(YamlSection root)
    {
        var layouts = new List<SiteLayout>();
        if (LayoutReader.IsIn(root))
        {
            layouts.Add(LayoutReader.Read(root, isDated: false));
            LayoutReader.Doubt(root, layouts[0], mayInherit: root.Has("extends"));
        }

        var undated = layouts.Count;
        foreach (var section in root.Sections("layouts"))
        {
            var layout = LayoutReader.Read(section, isDated: true);
            if (layout.ValidUntil is null && ++undated > 1)
            {
                root.Problems.Error(section.Map, section.Path, "needs valid_until: only today's layout is without");
            }

            layouts.Add(layout);
            LayoutReader.Doubt(section, layout, mayInherit: root.Has("extends"));
        }

        return [.. layouts.OrderByDescending(l => l.ValidUntil ?? DateOnly.MaxValue)];
    }

    private static SiteSchedule? ReadSchedule(YamlSection root)
    {
        if (root.Section("schedule") is not { } section)
        {
            return null;
        }

        var isAdaptive = section.Node("every") is YamlText { Value: SiteVocabulary.Adaptive };
        var (every, cron) = (isAdaptive ? null : section.Duration("every"), section.Text("cron"));
        ZoneText.Check(section, "zone");
        if (section.Has("zone") && !section.Has("cron"))
        {
            root.Problems.Warn(section.Node("zone") ?? section.Map, section.KeyPath("zone"), "goes with cron; an interval has no time zone");
        }

        if (section.Has("every") == section.Has("cron"))
        {
            root.Problems.Error(section.Map, section.Path, "needs exactly one of every and cron");
        }

        if (every < TimeSpan.FromSeconds(1))
        {
            root.Problems.Error(section.Node("every")!, section.KeyPath("every"), "shorter than a second");
        }

        CronText.Check(section, "cron", cron);

        return new SiteSchedule
        {
            Every = every,
            Adaptive = ReadAdaptive(section, isAdaptive),
            Cron = cron,
            TimeZone = section.Text("zone"),
            Revisit = ReadRevisit(section),
        };
    }

    private static RevisitSchedule ReadRevisit(YamlSection section)
    {
        if (!section.Has("revisit"))
        {
            return RevisitSchedule.Default;
        }

        var written = section.TextNodes("revisit").ToList();
        if (written is [{ Value: SiteVocabulary.Never }])
        {
            return RevisitSchedule.Never;
        }

        var ages = new List<TimeSpan>();
        foreach (var text in written)
        {
            if (DurationText.Parse(text.Value) is not { } age || age < TimeSpan.FromMinutes(1) || (ages.Count > 0 && age <= ages[^1]) || ages.Count == RevisitSchedule.MostAges)
            {
                section.Problems.Error(text, section.KeyPath("revisit"), $"\"{text.Value}\": needs growing ages of at least a minute, {RevisitSchedule.MostAges} at most, such as [1h, 6h, 1d], or {SiteVocabulary.Never}");
                break;
            }

            ages.Add(age);
        }

        return new RevisitSchedule(ages);
    }

    private static AdaptiveInterval? ReadAdaptive(YamlSection section, bool isAdaptive)
    {
        string[] bounds = ["at_least", "at_most"];
        foreach (var key in bounds.Where(k => !isAdaptive && section.Has(k)))
        {
            section.Problems.Error(section.Node(key) ?? section.Map, section.KeyPath(key), $"goes with every: {SiteVocabulary.Adaptive}");
        }

        if (!isAdaptive)
        {
            return null;
        }

        var shipped = AdaptiveInterval.Default;
        var (least, most) = (section.Duration("at_least"), section.Duration("at_most"));
        if (least < TimeSpan.FromSeconds(1))
        {
            section.Problems.Error(section.Node("at_least")!, section.KeyPath("at_least"), "shorter than a second");
        }

        if ((least ?? shipped.AtLeast) > (most ?? shipped.AtMost))
        {
            section.Problems.Error(section.Map, section.Path, $"at_least is longer than at_most (5m and 6h where not given)");
        }

        return new AdaptiveInterval(least ?? shipped.AtLeast, most ?? shipped.AtMost);
    }

    private static SiteDiscovery ReadDiscovery(YamlSection? section)
    {
        if (section is null)
        {
            return new SiteDiscovery();
        }

        var pages = new List<FrontPage>();
        foreach (var page in section.Sections("front_pages"))
        {
            if (page.TextNodes("links") is [var links])
            {
                _ = SelectorReader.Bare(links, page.KeyPath("links"), page.Problems);
            }

            pages.Add(new FrontPage(AddressText.Read(page, "url") ?? string.Empty, page.Text("links")));
        }

        return new SiteDiscovery
        {
            Feeds = AddressText.ReadAll(section, "feeds"),
            Sitemaps = AddressText.ReadAll(section, "sitemaps"),
            FrontPages = pages,
            Include = Patterns(section, "include"),
            Exclude = Patterns(section, "exclude"),
        };
    }

    private static List<string> Patterns(YamlSection section, string key) =>
        [.. section.TextNodes(key).Where(t => SelectorReader.Pattern(t, section.KeyPath(key), section.Problems) is not null).Select(t => t.Value)];

    private static SiteFetching ReadFetching(YamlSection? section) => section is null ? new SiteFetching() : new SiteFetching
    {
        Delay = section.Duration("delay"),
        UserAgent = HeaderText.Value(section, "user_agent"),
        Headers = HeaderText.Headers(section, "headers"),
        Cookies = HeaderText.Cookies(section, "cookies"),
        Render = section.Choice("render", SiteVocabulary.RenderModes) ?? RenderMode.Never,
    };

    private static List<SiteRewrite> ReadRewrites(YamlSection root)
    {
        var rewrites = new List<SiteRewrite>();
        foreach (var item in root.Items("rewrite"))
        {
            if (item is not YamlMap map)
            {
                root.Problems.Error(item, "rewrite", "must be a list of mappings with find and replace");
                continue;
            }

            var entry = new YamlSection(map, "rewrite", SiteVocabulary.Rewrite, root.Problems);
            if (entry.Text("find") is not { Length: > 0 } find)
            {
                root.Problems.Error(map, "rewrite.find", "must be given");
                continue;
            }

            rewrites.Add(new SiteRewrite(find, entry.Text("replace") ?? string.Empty, map.Line));
        }

        return rewrites;
    }

    private static SiteFingerprint? ReadFingerprint(YamlSection section)
    {
        var generator = section.TextNodes("generator") is [var text] ? SelectorReader.Pattern(text, section.KeyPath("generator"), section.Problems) : null;
        var selector = section.Has("css") || section.Has("xpath") ? SelectorReader.Written(section) : null;
        var source = section.Text("source");
        if (section.Map.Entries.Count == 0)
        {
            section.Problems.Error(section.Map, section.Path, "needs at least one of generator, css, xpath and source");
        }

        return new SiteFingerprint(generator, selector, source);
    }
}
