using System.Collections.Concurrent;
using Scraper.Core;
using Scraper.Core.Drift;
using Scraper.Core.Templates;
using Scraper.Storage;

namespace Scraper.Watching;

/// <summary>
/// Learns from every page that goes along the route: the site's template and whether the site has changed. What was learnt
/// is kept in the store at the end of a visit, every few pages, and with every alarm. Safe for concurrent use.
/// </summary>
/// <param name="store">Where it is kept.</param>
/// <param name="hook">Told of alarms; <see langword="null"/> to tell nobody.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Alarms, once when they open and once when they close.</param>
public sealed class SiteWatch(ISiteMemoryStore store, AlarmHook? hook, TimeProvider time, ILogger<SiteWatch> logger) : IDisposable
{
    /// <summary>Pages of a site that a crash may make it forget.</summary>
    private const int SaveEvery = 64;

    private readonly ConcurrentDictionary<string, WatchedSite> _sites = new(StringComparer.Ordinal);

    /// <summary>An alarm was opened, has grown or was closed, and the store knows. Raised on the thread of the page.</summary>
    public event EventHandler<SiteAlarm>? AlarmChanged;

    /// <summary>What is in force of a site's template; <see langword="null"/> while too little is known.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<SiteTemplate?> TemplateAsync(string site, CancellationToken cancellationToken)
    {
        var watched = Watched(site);
        if (!watched.IsLoaded)
        {
            await watched.Turn.WaitAsync(cancellationToken);
            try
            {
                await EnsureLoadedAsync(site, watched, cancellationToken);
            }
            finally
            {
                watched.Turn.Release();
            }
        }

        return watched.Template;
    }

    /// <summary>Notes a page that was read, whatever it was.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="url">The page's canonical address.</param>
    /// <param name="extraction">What came of it.</param>
    /// <param name="isStored">Whether an article of it is in the store: only such pages teach the template.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task SeeAsync(string site, string url, Extraction extraction, bool isStored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var watched = Watched(site);
        SiteAlarm? alarm;
        await watched.Turn.WaitAsync(cancellationToken);
        try
        {
            await EnsureLoadedAsync(site, watched, cancellationToken);
            if (isStored)
            {
                watched.Memory = TemplateLearner.Learn(watched.Memory, url, extraction.Article.Blocks);
                watched.Template = SiteTemplate.IsDue(watched.Template, watched.Memory) ? SiteTemplate.Of(watched.Memory) : watched.Template;
            }

            (watched.Drift, alarm) = DriftWatch.Observe(watched.Drift, site, FigureReader.Read(extraction, url), time.GetUtcNow());
            if (++watched.Unsaved >= SaveEvery || alarm is not null)
            {
                await SaveAsync(site, watched, alarm, cancellationToken);
            }
        }
        finally
        {
            watched.Turn.Release();
        }

        if (alarm is not null)
        {
            Tell(alarm);
        }
    }

    /// <summary>Keeps what was learnt of a site.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task FlushAsync(string site, CancellationToken cancellationToken)
    {
        if (!_sites.TryGetValue(site, out var watched))
        {
            return;
        }

        await watched.Turn.WaitAsync(cancellationToken);
        try
        {
            if (watched.Unsaved > 0)
            {
                await SaveAsync(site, watched, null, cancellationToken);
            }

            Forget(watched);
        }
        finally
        {
            watched.Turn.Release();
        }
    }

    /// <summary>Forgets what is known of a site and was not kept: its next page loads it from the store, where another node may have kept more.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ForgetAsync(string site, CancellationToken cancellationToken)
    {
        if (_sites.TryGetValue(site, out var watched))
        {
            await watched.Turn.WaitAsync(cancellationToken);
            Forget(watched);
            watched.Turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watched in _sites.Values)
        {
            watched.Dispose();
        }
    }

    private WatchedSite Watched(string site) => _sites.GetOrAdd(site, _ => new WatchedSite());

    /// <summary>Loads what is not loaded. Only within a turn: whoever held it before may have forgotten the site.</summary>
    private async Task EnsureLoadedAsync(string site, WatchedSite watched, CancellationToken cancellationToken)
    {
        if (!watched.IsLoaded)
        {
            await LoadAsync(site, watched, cancellationToken);
            watched.IsLoaded = true;
        }
    }

    /// <summary>The next page of the site loads it again.</summary>
    private static void Forget(WatchedSite watched)
    {
        watched.IsLoaded = false;
        (watched.Memory, watched.Drift, watched.Unsaved) = (TemplateMemory.Empty, DriftState.Start, 0);
    }

    private async Task LoadAsync(string site, WatchedSite watched, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(site, cancellationToken) is not { } kept)
        {
            return;
        }

        try
        {
            if (kept.Template is { } template)
            {
                (watched.Memory, watched.Template) = TemplateBlob.Read(template);
            }

            watched.Drift = kept.Drift is { } drift ? DriftBlob.Read(drift) : DriftState.Start;
        }
        catch (InvalidDataException damage)
        {
            logger.LogWarning("{Site}: what was learnt of it cannot be read ({Damage}); it is learnt anew", site, damage.Message);
            (watched.Memory, watched.Template, watched.Drift) = (TemplateMemory.Empty, null, DriftState.Start);
        }
    }

    private async Task SaveAsync(string site, WatchedSite watched, SiteAlarm? alarm, CancellationToken cancellationToken)
    {
        var memory = new SiteMemory(TemplateBlob.Write(watched.Memory, watched.Template), watched.Template?.Version, DriftBlob.Write(watched.Drift), time.GetUtcNow());
        await store.SaveAsync(site, memory, alarm, cancellationToken);
        watched.Unsaved = 0;
    }

    private void Tell(SiteAlarm alarm)
    {
        if (alarm.ClosedAt is not null)
        {
            logger.LogInformation("{Site}: alarm {Number} closed: {Closing}", alarm.Site, alarm.Number, alarm.Closing);
        }
        else
        {
            logger.LogWarning("{Site}: alarm {Number}: {Detail}; see 'scraper sites repair {Site}'", alarm.Site, alarm.Number, alarm.Detail, alarm.Site);
        }

        hook?.Send(alarm);
        AlarmChanged?.Invoke(this, alarm);
    }
}
