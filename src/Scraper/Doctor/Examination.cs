using System.Net.Sockets;
using Scraper.Core.Sites;
using Scraper.Fetching.Browser;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.SiteFiles;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Web.Safety;

namespace Scraper.Doctor;

/// <summary>Looks at everything that a daemon with these settings needs, without changing any of it. Asks nothing of the network.</summary>
internal sealed class Examination(ScraperOptions options, TimeProvider time)
{
    private static readonly DateTimeOffset NoEarlier = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const long LeastFreeBytes = 512L * 1024 * 1024;

    /// <summary>The findings, one after another as they are made.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new Finding(FindingKind.Good, "settings", "no key or value is wrong");
        yield return string.IsNullOrWhiteSpace(options.Fetching.Contact)
            ? new Finding(FindingKind.Warning, "contact", "sites cannot tell who you are", "Set Fetching:Contact to a URL or mail address")
            : new Finding(FindingKind.Good, "contact", options.Fetching.Contact);
        foreach (var finding in Folder().Concat(Clock(null)))
        {
            yield return finding;
        }

        await foreach (var finding in StoreAsync(cancellationToken))
        {
            yield return finding;
        }

        foreach (var finding in Web().Concat(Rules()))
        {
            yield return finding;
        }
    }

    private IEnumerable<Finding> Folder()
    {
        if (options.Storage != StorageEngine.Sqlite)
        {
            yield break;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Store))!;
        yield return Permission(folder) is { } refused
            ? new Finding(FindingKind.Bad, "permissions", $"{folder} cannot be written: {refused}", "Give the user that runs scraper write permission on it, or name another file by --store")
            : new Finding(FindingKind.Good, "permissions", $"{folder} can be written");
        if (Directory.Exists(folder))
        {
            var free = new DriveInfo(folder).AvailableFreeSpace;
            yield return free < LeastFreeBytes
                ? new Finding(FindingKind.Warning, "disk", $"{free >> 20} MiB are left", "Free some space, or move the store to a larger disk: 'scraper db backup' copies it, Store or --store names the copy")
                : new Finding(FindingKind.Good, "disk", $"{free >> 20} MiB are left");
        }
    }

    private static string? Permission(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".scraper-doctor-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }

    private IEnumerable<Finding> Clock(DateTimeOffset? lastVisit)
    {
        var now = time.GetUtcNow();
        if (now < NoEarlier || lastVisit > now.AddMinutes(5))
        {
            yield return new Finding(FindingKind.Bad, "clock", $"it says {now:yyyy-MM-dd HH:mm}Z{(lastVisit > now ? $", but the store has a visit of {lastVisit:yyyy-MM-dd HH:mm}Z" : string.Empty)}", "Set the clock, and let it be kept by NTP");
        }
        else
        {
            yield return new Finding(FindingKind.Good, "clock", $"{now:yyyy-MM-dd HH:mm}Z");
        }
    }

    private async IAsyncEnumerable<Finding> StoreAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Storage == StorageEngine.Sqlite && !File.Exists(options.Store))
        {
            yield return Directory.Exists(options.Store)
                ? new Finding(FindingKind.Bad, "store", $"{options.Store}: is a folder, not a file", $"Name a file in it by --store or Store: {Path.Combine(options.Store, "scraper.db")}")
                : new Finding(FindingKind.Warning, "store", $"{options.Store}: not there yet", "The first 'scraper run' or 'scraper fetch' makes it; if you expected one, check --store");
            yield return new Finding(FindingKind.Good, "SQLite", NativeSqlite.EnsureLoaded());
            yield break;
        }

        IStore? store = null;
        Finding? trouble = null;
        try
        {
            store = await options.Address.OpenAsync(StoreAccess.Read, cancellationToken);
        }
        catch (StoreException failure)
        {
            trouble = new Finding(FindingKind.Bad, "store", failure.Message, failure.Remedy);
        }

        if (store is null)
        {
            yield return trouble!;
            yield break;
        }

        await using (store)
        {
            var figures = await store.Care.FiguresAsync(cancellationToken);
            yield return new Finding(FindingKind.Good, "store", $"{store.Location}: {figures.Articles} articles, {figures.Bytes >> 20} MiB, schema {figures.SchemaVersion}");
            yield return figures.Engine.Contains("bundled", StringComparison.Ordinal)
                ? new Finding(FindingKind.Warning, "SQLite", figures.Engine, "Install the system's libsqlite3: the bundled one is old")
                : new Finding(FindingKind.Good, figures.Engine.Split(' ')[0], figures.Engine);
            var sites = await store.Crawl.ListSitesAsync(cancellationToken);
            foreach (var finding in Clock(sites.Max(s => s.StartedAt)).Where(f => f.Kind != FindingKind.Good))
            {
                yield return finding;
            }

            foreach (var failing in sites.Where(s => s.Failures > 0))
            {
                yield return new Finding(FindingKind.Warning, $"site {failing.Site}", $"{failing.Failures} visits in a row failed: {failing.Detail}", "See the log of its last visit; 'scraper feed URL' shows what a source says");
            }

            foreach (var use in await store.Rules.ListUseAsync(cancellationToken))
            {
                foreach (var silent in use.Silent)
                {
                    yield return new Finding(FindingKind.Warning, $"site {use.Site}", $"{silent.Place}: {silent.Key} {silent.Expression} found nothing on {silent.Misses} pages in a row", "The site may have changed; 'scraper sites try' shows what the rule finds");
                }
            }
        }

        yield return await WritableAsync(cancellationToken);
    }

    private async Task<Finding> WritableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var store = await options.Address.OpenAsync(StoreAccess.Write, cancellationToken);
            await store.Care.ProbeAsync(cancellationToken);
            return new Finding(FindingKind.Good, "store writes", "a transaction was written");
        }
        catch (StoreException failure)
        {
            return new Finding(FindingKind.Bad, "store writes", failure.Message, failure.Remedy);
        }
    }

    private IEnumerable<Finding> Web()
    {
        if (!options.Web.Enabled)
        {
            yield return new Finding(FindingKind.Good, "web", "turned off");
            yield break;
        }

        foreach (var url in options.Web.Urls)
        {
            yield return Listen(url) is { } refused
                ? new Finding(FindingKind.Warning, "web", $"{url}: {refused}", "Well if a daemon runs already; else name another address by Web:Urls")
                : new Finding(FindingKind.Good, "web", $"{url} is free");
        }
    }

    private static string? Listen(string url)
    {
        try
        {
            using var listener = new TcpListener(ListenAddress.Read(url)!);
            listener.Start();
            return null;
        }
        catch (SocketException refused)
        {
            return refused.Message;
        }
    }

    private IEnumerable<Finding> Rules()
    {
        using var folder = new SiteRuleFolder([.. options.Sites, SiteFolders.Shipped], time, Microsoft.Extensions.Logging.Abstractions.NullLogger<SiteRuleFolder>.Instance);
        foreach (var problem in folder.Problems)
        {
            var kind = problem.Severity == SiteProblemSeverity.Error ? FindingKind.Bad : FindingKind.Warning;
            yield return new Finding(kind, $"rule {Path.GetFileName(problem.Source)}", $"line {problem.Line}: {problem.Key}: {problem.Message}", "Mend the file; 'scraper sites lint' checks it");
        }

        var own = folder.Current.Sites.Where(s => options.Sites.Any(f => Path.GetFullPath(s.Source).StartsWith(Path.GetFullPath(f), StringComparison.Ordinal))).ToList();
        foreach (var site in own)
        {
            yield return site.Schedule is null
                ? new Finding(FindingKind.Warning, $"rule {site.Name}", "has no schedule: its pages are cleaned, but it is never visited", "Add 'schedule:' if it should be")
                : Due(site);
        }

        if (own.Count == 0)
        {
            yield return new Finding(FindingKind.Warning, "rules", "no site to visit", "Name a folder with rules by --sites or Sites");
        }

        yield return Browser(own.Any(s => s.Fetching.Render != RenderMode.Never));
    }

    private Finding Due(SiteRule site)
    {
        try
        {
            return DueTime.After(site.Schedule!, time.GetUtcNow()) is { } next
                ? new Finding(FindingKind.Good, $"rule {site.Name}", $"next regular visit {next:yyyy-MM-dd HH:mm}Z")
                : new Finding(FindingKind.Bad, $"rule {site.Name}", "its cron expression never comes true again: it is never visited", "Mend its schedule");
        }
        catch (Exception wrong) when (wrong is FormatException or TimeZoneNotFoundException)
        {
            return new Finding(FindingKind.Bad, $"rule {site.Name}", wrong.Message, "Mend its schedule");
        }
    }

    private Finding Browser(bool isNeeded) => (BrowserPath.Find(options.Fetching.Browser), isNeeded) switch
    {
        ({ } path, _) => new Finding(FindingKind.Good, "browser", path),
        (null, true) => new Finding(FindingKind.Bad, "browser", "none was found, and a site's rule asks for one", "Install chromium, or name one by Fetching:Browser"),
        _ => new Finding(FindingKind.Good, "browser", "none was found, and no rule asks for one"),
    };
}
