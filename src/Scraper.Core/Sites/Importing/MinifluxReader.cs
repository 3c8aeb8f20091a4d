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

    /// <summary>Reads all feeds; feeds of one host become one rule.</summary>
    /// <param name="path">The file's path, for messages.</param>
    /// <param name="text">Its whole text.</param>
    /// <returns>The rules, and line by line (a line is a feed's number from 1) what was carried and what was not.</returns>
    public static (IReadOnlyList<SiteRule> Rules, IReadOnlyList<SiteProblem> Report) Read(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var report = new SiteProblems(path);
        var rules = new List<SiteRule>();
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
                    rules.Add(rule);
                }
            }
        }
        catch (JsonException e)
        {
            report.Add(SiteProblemSeverity.Error, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, string.Empty, "not JSON");
        }

        return ([.. rules.GroupBy(r => r.Name, StringComparer.Ordinal).Select(Join)], report.InOrder);
    }

    private static SiteRule? ReadFeed(JsonElement feed, int number, string path, SiteProblems report)
    {
        var address = Text(feed, "feed_url");
        if (!Uri.TryCreate(Text(feed, "site_url") is { Length: > 0 } site ? site : address, UriKind.Absolute, out var home) || HostText.Normal(home.Host) is not { } host)
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, "site_url", "not an absolute address; the feed is left out");
            return null;
        }

        foreach (var (key, why) in NotCarried.Where(n => Text(feed, n.Key).Length > 0))
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, key, $"not carried for {host}: {why}");
        }

        return new SiteRule
        {
            Name = host,
            Title = Text(feed, "title") is { Length: > 0 } title ? title : null,
            Hosts = [host],
            Source = path,
            Discovery = new SiteDiscovery
            {
                Feeds = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? [address] : [],
                Include = Pattern(feed, "keeplist_rules", number, host, report),
                Exclude = Pattern(feed, "blocklist_rules", number, host, report),
            },
            Fetching = new SiteFetching { UserAgent = Text(feed, "user_agent") is { Length: > 0 } agent && !agent.Any(char.IsControl) ? agent : null },
            Layouts = Body(feed, number, path, host, report) is { } body ? [new SiteLayout { Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [body] } }] : [],
        };
    }

    private static Selector? Body(JsonElement feed, int number, string path, string host, SiteProblems report)
    {
        if (Text(feed, "scraper_rules") is not { Length: > 0 } css)
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

    private static List<string> Pattern(JsonElement feed, string key, int number, string host, SiteProblems report)
    {
        if (Text(feed, key) is not { Length: > 0 } pattern)
        {
            return [];
        }

        try
        {
            _ = new SitePattern(pattern);
            report.Add(SiteProblemSeverity.Note, number, 0, key, $"carried as a pattern on addresses of {host}; Miniflux also looks at titles");
            return [pattern];
        }
        catch (ArgumentException e)
        {
            report.Add(SiteProblemSeverity.Warning, number, 0, key, $"not carried for {host}: {e.Message}");
            return [];
        }
    }

    private static SiteRule Join(IEnumerable<SiteRule> feeds)
    {
        var all = feeds.ToList();
        return all[0] with
        {
            Discovery = all[0].Discovery with { Feeds = [.. all.SelectMany(f => f.Discovery.Feeds).Distinct(StringComparer.Ordinal)] },
            Layouts = all.Select(f => f.Layouts).FirstOrDefault(l => l.Count > 0) ?? [],
        };
    }

    private static string Text(JsonElement feed, string key) =>
        feed.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : string.Empty;
}
