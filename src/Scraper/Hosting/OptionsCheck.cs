using Scraper.Fetching.Addresses;
using Scraper.Storage;
using Scraper.Web.Safety;

namespace Scraper.Hosting;

/// <summary>What no single value shows: settings out of range.</summary>
internal static class OptionsCheck
{
    public static IEnumerable<string> Problems(ScraperOptions options)
    {
        var (concurrency, fetching) = (options.Concurrency, options.Fetching);
        (bool IsWrong, string Problem)[] checks =
        [
            (string.IsNullOrWhiteSpace(options.Store), "Store: must name a file"),
            (options.Storage == StorageEngine.Postgres && string.IsNullOrWhiteSpace(options.Connection), "Connection: Storage is Postgres, so it must say where, such as Host=db.example;Database=scraper;Username=scraper"),
            (concurrency.Sites is < 1 or > 1000, "Concurrency:Sites: must be 1 to 1000"),
            (concurrency.FetchesPerSite is < 1 or > 64, "Concurrency:FetchesPerSite: must be 1 to 64"),
            (concurrency.Extractions is < 0 or > 1024, "Concurrency:Extractions: must be 0 to 1024"),
            (options.Alarms.Webhook is { Scheme: not ("http" or "https") }, "Alarms:Webhook: must be an http or https address"),
            (fetching.Timeout <= TimeSpan.Zero, "Fetching:Timeout: must be more than nothing"),
            (fetching.RobotsTimeout <= TimeSpan.Zero, "Fetching:RobotsTimeout: must be more than nothing"),
            (fetching.MaxRedirects is < 0 or > 50, "Fetching:MaxRedirects: must be 0 to 50"),
            (fetching.MaxBodyBytes is < 1024 or > 1024 * 1024 * 1024, "Fetching:MaxBodyBytes: must be 1024 to 1073741824"),
            (fetching.MaxHeaderKilobytes is < 1 or > 1024, "Fetching:MaxHeaderKilobytes: must be 1 to 1024"),
            (fetching.Agent.Length == 0 || !fetching.Agent.All(c => char.IsAsciiLetter(c) || c is '-' or '_'), "Fetching:Agent: only letters, - and _"),
        ];
        var problems = checks.Where(c => c.IsWrong).Select(c => c.Problem);
        problems = problems.Concat(ListenAddress.Problems(options.Web)).Concat(options.Telemetry.Problems());
        return Unreadable("Fetching", () => _ = new AllowList(fetching.Allow, new ConnectMap(fetching.ConnectTo))) is { } unreadable ? problems.Append(unreadable) : problems;
    }

    private static string? Unreadable(string section, Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (FormatException wrong)
        {
            return $"{section}: {wrong.Message}";
        }
    }
}
