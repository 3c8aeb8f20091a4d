using Scraper.Fetching.Addresses;
using Scraper.Storage;
using Scraper.Web.Safety;

namespace Scraper.Hosting;

/// <summary>What no single value shows: settings out of range. Every problem begins with its key and a colon and a blank.</summary>
internal static class OptionsCheck
{
    /// <summary>Timers of the runtime end at some weeks; no deadline needs that long.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    public static IEnumerable<string> Problems(ScraperOptions options)
    {
        var (concurrency, fetching) = (options.Concurrency, options.Fetching);
        (bool IsWrong, string Problem)[] checks =
        [
            (string.IsNullOrWhiteSpace(options.Store), "Store: must name a file"),
            (options.Storage == StorageEngine.Postgres && string.IsNullOrWhiteSpace(options.Connection), "Storage: is Postgres, so Connection must say where, such as Host=db.example;Database=scraper;Username=scraper"),
            (concurrency.Sites is < 1 or > 1000, "Concurrency:Sites: must be 1 to 1000"),
            (concurrency.FetchesPerSite is < 1 or > 64, "Concurrency:FetchesPerSite: must be 1 to 64"),
            (concurrency.Extractions is < 0 or > 1024, "Concurrency:Extractions: must be 0 to 1024"),
            (options.Alarms.Webhook is { Scheme: not ("http" or "https") }, "Alarms:Webhook: must be an http or https address"),
            (fetching.Proxy is { Scheme: not ("http" or "https") }, "Fetching:Proxy: must be an http or https address"),
            (!IsDeadline(fetching.Timeout), "Fetching:Timeout: must be more than nothing and at most 1d"),
            (!IsDeadline(fetching.RobotsTimeout), "Fetching:RobotsTimeout: must be more than nothing and at most 1d"),
            (!IsDeadline(fetching.RenderTimeout), "Fetching:RenderTimeout: must be more than nothing and at most 1d"),
            (fetching.LongestWait > LongestTimer, "Fetching:LongestWait: must be at most 1d"),
            (fetching.MaxRedirects is < 0 or > 50, "Fetching:MaxRedirects: must be 0 to 50"),
            (fetching.MaxBodyBytes is < 1024 or > 1024 * 1024 * 1024, "Fetching:MaxBodyBytes: must be 1024 to 1073741824"),
            (fetching.MaxHeaderKilobytes is < 1 or > 1024, "Fetching:MaxHeaderKilobytes: must be 1 to 1024"),
            (fetching.Agent.Length == 0 || !fetching.Agent.All(c => char.IsAsciiLetter(c) || c is '-' or '_'), "Fetching:Agent: only letters, - and _"),
        ];
        var problems = checks.Where(c => c.IsWrong).Select(c => c.Problem);
        return
        [
            .. problems,
            .. options.Archive.Problems(),
            .. ListenAddress.Problems(options.Web),
            .. options.Telemetry.Problems(),
            .. Unreadable("Fetching:ConnectTo", () => _ = new ConnectMap(fetching.ConnectTo)),
            .. Unreadable("Fetching:Allow", () => _ = new AllowList(fetching.Allow, new ConnectMap(new Dictionary<string, string>()))),
        ];
    }

    private static bool IsDeadline(TimeSpan time) => time > TimeSpan.Zero && time <= LongestTimer;

    private static IEnumerable<string> Unreadable(string key, Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (FormatException wrong)
        {
            return [$"{key}: {wrong.Message}"];
        }
    }
}
