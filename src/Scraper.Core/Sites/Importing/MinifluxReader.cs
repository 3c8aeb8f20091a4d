using System.Text.Json;

namespace Scraper.Core.Sites;

/// <summary>
/// Reads the rules of Miniflux feeds as its API gives them (<c>GET /v1/feeds</c>, https://miniflux.app/docs/api.html):
/// a list of feeds, each with <c>feed_url</c>, <c>site_url</c>, <c>title</c> and its rules.
/// </summary>
public static class MinifluxReader
{
    /// <summary>Keys of a feed that say something about rules and are not carried over, and why.</summary>
    private static readonly (string Key, string Why)[] NotCarried =
    [
        ("rewrite_rules", "rewrite rules name functions of Miniflux; write strip, unwrap or replace instead"),
        ("urlrewrite_rules", "addresses are not rewritten"),
        ("username", "the fetcher does not log in"),
        ("cookie", "cookies may be secret; put them under fetch.cookies yourself"),
    ];

    /// <summary>What else of a feed is read.</summary>
    private static readonly string[] Carried = ["feed_url", "site_url", "title", "user_agent", "scraper_rules", "keeplist_rules", "blocklist_rules"];

    /// <summary>Reads all feeds; feeds of one host become one rule.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">Its whole text.</param>
    /// <returns>The rules, and line by line (a line is a feed's number from 1) what was carried and what was not.</returns>
    public static (IReadOnlyList<SiteRule> Rules, IReadOnlyList<SiteProblem> Report) Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var report = new SiteProblems(path);
        var rules = new List<(int Feed, SiteRule Rule)>();
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                report.Add(SiteProblemSeverity.Error, 1, 1, string.Empty, "not a list of feeds; save what GET /v1/feeds answers");
                return ([], report.InOrder);
            }

            var number = 0;
            foreach (var feed in document.RootElement.EnumerateArray())
            {
                number++;
                if (feed.ValueKind == JsonValueKind.Object && ReadFeed(feed, number, path, report) is { } rule)
                {
                    rules.Add((number, rule));
                }
            }
        }
        catch (JsonException e)
        {
            report.Add(SiteProblemSeverity.Error, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, string.Empty, "not JSON");
        }

        List<SiteRule> joined = [.. rules.GroupBy(r => r.Rule.Name, StringComparer.Ordinal).Select(feeds => Join([.. feeds], report))];
        SubscribedSites.Tell(joined.Count, report);
        return (joined, report.InOrder);
    }

    private static SiteRule? ReadFeed(JsonElement read, int number, string path, SiteProblems report)
    {
        var feed = Carried.Concat(NotCarried.Select(n => n.Key)).ToDictionary(key => key, key => Text(read, key, number, report), StringComparer.Ordinal);
        var address = feed["feed_url"];
        if (!UrlText.TryRead(feed["site_url"] is { Length: > 0 } site ? site : address, out var home) || HostText.Normal(home.Host) is not { } host)
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, "site_url", "not an absolute address; the feed is left out");
            return null;
        }

        foreach (var (key, why) in NotCarried.Where(n => feed[n.Key].Length > 0))
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, key, $"not carried for {host}: {why}");
        }

        return new SiteRule
        {
            Name = host,
            Title = feed["title"] is { Length: > 0 } title ? title : null,
            Hosts = [host],
            Source = path,
            Schedule = SubscribedSites.Schedule,
            Discovery = new SiteDiscovery
            {
                Feeds = UrlText.TryRead(address, out var uri) && uri.Scheme is "http" or "https" ? [address] : [],
                Include = Pattern(feed, "keeplist_rules", number, host, report),
                Exclude = Pattern(feed, "blocklist_rules", number, host, report),
            },
            Fetching = new SiteFetching { UserAgent = feed["user_agent"] is { Length: > 0 } agent && !agent.Any(char.IsControl) ? agent : null },
            Layouts = Body(feed, number, path, host, report) is { } body ? [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [body] } }] : [],
        };
    }

    private static Selector? Body(Dictionary<string, string> feed, int number, string path, string host, SiteProblems report)
    {
        if (feed["scraper_rules"] is not { Length: > 0 } css)
        {
            return null;
        }

        var selector = new Selector(css, number) { Source = path };
        try
        {
            _ = selector.Query;
            report.Add(SiteProblemSeverity.Note, number, 0, "scraper_rules", $"carried as select.body of {host}");
            return selector;
        }
        catch (FormatException e)
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, "scraper_rules", $"not carried for {host}: {e.Message}");
            return null;
        }
    }

    private static List<string> Pattern(Dictionary<string, string> feed, string key, int number, string host, SiteProblems report)
    {
        if (feed[key] is not { Length: > 0 } pattern)
        {
            return [];
        }

        try
        {
            _ = new SitePattern(pattern);
            return [pattern];
        }
        catch (ArgumentException e)
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, key, $"not carried for {host}: {e.Message}");
            return [];
        }
    }

    /// <summary>One rule for the feeds of a host; what a rule can say only once is the first feed's that says it.</summary>
    private static SiteRule Join(List<(int Feed, SiteRule Rule)> feeds, SiteProblems report)
    {
        var (first, host) = (feeds[0].Rule, feeds[0].Rule.Name);
        var agent = feeds.Select(f => f.Rule.Fetching.UserAgent).FirstOrDefault(a => a is not null);
        foreach (var (feed, _) in feeds.Where(f => f.Rule.Fetching.UserAgent is { } other && other != agent))
        {
            report.Add(SiteProblemSeverity.Warning, feed, 0, "user_agent", $"not carried: another feed of {host} has another, and a site's pages are asked for by one");
        }

        // An address must match an include: with those of some feeds only, the articles of the others would be left out.
        var isIncluded = feeds.TrueForAll(f => f.Rule.Discovery.Include.Count > 0);
        foreach (var (feed, rule) in feeds)
        {
            if (isIncluded)
            {
                NotePattern(feed, "keeplist_rules");
            }
            else if (rule.Discovery.Include.Count > 0)
            {
                report.Add(SiteProblemSeverity.Warning, feed, 0, "keeplist_rules", $"not carried: other feeds of {host} have none, and would give nothing any more");
            }

            if (rule.Discovery.Exclude.Count > 0)
            {
                NotePattern(feed, "blocklist_rules");
            }
        }

        var bodies = feeds.SelectMany(f => f.Rule.Layouts).SelectMany(l => l.Selectors(SiteField.Body)).DistinctBy(s => s.Expression).ToList();
        return first with
        {
            Discovery = new SiteDiscovery
            {
                Feeds = Distinct(d => d.Feeds),
                Include = isIncluded ? Distinct(d => d.Include) : [],
                Exclude = Distinct(d => d.Exclude),
            },
            Fetching = new SiteFetching { UserAgent = agent },
            Layouts = bodies.Count == 0 ? [] : [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = bodies } }],
        };

        void NotePattern(int feed, string key) => report.Add(
            SiteProblemSeverity.Note, feed, 0, key, $"carried as a pattern on addresses of {host}{(feeds.Count > 1 ? ", of all its feeds" : string.Empty)}; Miniflux also looks at titles");

        List<string> Distinct(Func<SiteDiscovery, IReadOnlyList<string>> texts) => [.. feeds.SelectMany(f => texts(f.Rule.Discovery)).Distinct(StringComparer.Ordinal)];
    }

    private static string Text(JsonElement feed, string key, int number, SiteProblems report)
    {
        try
        {
            return feed.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair (\ud83d), as programs that cut texts write it.
            report.Add(SiteProblemSeverity.Warning, number, 0, key, "holds half a character; left out");
            return string.Empty;
        }
    }
}
