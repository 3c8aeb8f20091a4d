using Quartz;
using Scraper.Core.Sites;
using Scraper.Hosting;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>
/// Gives every scheduled site its job and triggers, at start and whenever rules change; Quartz does the rest. Jobs may be
/// shared with other nodes: what this node's own rules add, change or drop is done at once, and what else stands in the job
/// store is put right once all nodes alive know the same sites. Doing it twice, or on every node, changes nothing.
/// </summary>
internal sealed class SiteScheduler(
    ISchedulerFactory schedulers, ScheduledSites sites, SiteCatalogue catalogue, NodePulse pulse, IStore store, TimeProvider time, ILogger<SiteScheduler> logger) : IHostedService, IDisposable
{
    /// <summary>Sites that are given to Quartz in one transaction.</summary>
    private const int Batch = 200;

    /// <summary>Attempts to delete a job that other nodes delete too.</summary>
    private const int MostLooks = 5;

    /// <summary>The schedules that this node knew when it last looked.</summary>
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isFirst = true;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await AlignAsync(cancellationToken);
        catalogue.Changed += OnChanged;
        pulse.Agreed += OnChanged;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        catalogue.Changed -= OnChanged;
        pulse.Agreed -= OnChanged;
        return Task.CompletedTask;
    }

    public void Dispose() => _turn.Dispose();

    private async void OnChanged(object? sender, EventArgs e)
    {
        try
        {
            await AlignAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is StoreException or SchedulerException or ObjectDisposedException)
        {
            logger.LogError("Changed site rules could not be scheduled: {Message}", failure.Message);
        }
        catch (Exception bug)
        {
            // Nobody awaits this: what is not caught here ends the process.
            logger.LogError(bug, "Changed site rules could not be scheduled; this is a bug of ours, please report it");
        }
    }

    /// <summary>Brings Quartz in line with the rules and the store: new and changed schedules in, those of sites that are gone or paused out.</summary>
    public async Task AlignAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var paused = await store.Crawl.PausedAsync(cancellationToken);
            var wanted = sites.All.Where(s => !paused.Contains(s.Name)).ToDictionary(s => s.Name, s => SiteTriggers.Describe(s.Schedule!), StringComparer.Ordinal);
            var stored = await StoredAsync(scheduler, cancellationToken);
            await RemoveAsync(scheduler, [.. (pulse.IsAgreed ? stored.Keys : _known.Keys.AsEnumerable()).Except(wanted.Keys)], cancellationToken);
            bool IsOwnChange(string name) => _known.TryGetValue(name, out var known) && known != wanted[name];
            var changed = wanted
                .Where(w => !stored.TryGetValue(w.Key, out var schedule) || (_isFirst && sites.AllAtStart) || (schedule != w.Value && (pulse.IsAgreed || IsOwnChange(w.Key))))
                .Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
            if (changed.Count > 0)
            {
                await ScheduleAsync(scheduler, changed, cancellationToken);
            }

            if (pulse.IsAgreed)
            {
                await store.Crawl.ForgetDueAsync([.. sites.All.Select(s => s.Name)], DateTimeOffset.MaxValue, cancellationToken);
            }

            _known.Clear();
            _isFirst = false;
            foreach (var (name, schedule) in wanted)
            {
                _known.Add(name, schedule);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<Dictionary<string, string?>> StoredAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var jobs = await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All }, cancellationToken);
        return jobs.Items.ToDictionary(j => j.Key.Name, j => j.Description, StringComparer.Ordinal);
    }

    private async Task RemoveAsync(IScheduler scheduler, IReadOnlyList<string> gone, CancellationToken cancellationToken)
    {
        foreach (var name in gone)
        {
            if (await DeleteAsync(scheduler, name, cancellationToken))
            {
                logger.LogInformation("{Site}: no longer visited, or paused", name);
            }
        }
    }

    /// <summary>
    /// Deletes a site's job. Quartz looks for the job's triggers first and fails where one that it saw is gone, because another
    /// node deletes the same job: a second look finds what is left.
    /// </summary>
    private async Task<bool> DeleteAsync(IScheduler scheduler, string name, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            try
            {
                return await scheduler.DeleteJob(new JobKey(name), cancellationToken);
            }
            catch (SchedulerException refusal) when (refusal is not JobPersistenceException)
            {
                if (looks == MostLooks)
                {
                    logger.LogError("{Site}: could not be taken off the schedule: {Message}", name, refusal.Message);
                    return false;
                }
            }
        }
    }

    private async Task ScheduleAsync(IScheduler scheduler, HashSet<string> changed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var some in (await sites.DueAsync(store, now, cancellationToken)).Where(w => changed.Contains(w.Site.Name)).Chunk(Batch))
        {
            var jobs = some.Select(s => (s.Site, s.Due, Triggers: SiteTriggers.Of(s.Site, s.Due, now))).ToList();
            foreach (var (site, _, _) in jobs.Where(j => j.Triggers.Count == 0))
            {
                await DeleteAsync(scheduler, site.Name, cancellationToken);
                if (_known.GetValueOrDefault(site.Name) != SiteTriggers.Describe(site.Schedule!))
                {
                    logger.LogWarning("{Site}: its cron expression never comes true again; not scheduled", site.Name);
                }
            }

            var kept = jobs.Where(j => j.Triggers.Count > 0).ToList();
            var refused = await PlaceAsync(scheduler, kept.ToDictionary(j => JobOf(j.Site), j => j.Triggers), cancellationToken);
            foreach (var (site, due, _) in kept.Where(k => !refused.Contains(k.Site.Name)))
            {
                logger.LogInformation("{Site}: {Due}", site.Name, due > now ? $"due at {due:yyyy-MM-dd HH:mm:ss}Z" : "due now");
            }
        }
    }

    /// <summary>Gives jobs to Quartz in one transaction; where it refuses one of them, each in its own.</summary>
    /// <returns>Names of the sites that were refused, which the log tells.</returns>
    private async Task<IReadOnlyList<string>> PlaceAsync(IScheduler scheduler, Dictionary<IJobDetail, IReadOnlyList<ITrigger>> jobs, CancellationToken cancellationToken)
    {
        try
        {
            await scheduler.ScheduleJobs(jobs.ToDictionary(j => j.Key, j => (IReadOnlyCollection<ITrigger>)j.Value), ScheduleJobOptions.Replacing, cancellationToken);
            return [];
        }
        catch (SchedulerException refusal) when (refusal is not JobPersistenceException && jobs.Count == 1)
        {
            var name = jobs.Keys.Single().Key.Name;
            logger.LogError("{Site}: not scheduled: {Message}", name, refusal.Message);
            return [name];
        }
        catch (SchedulerException refusal) when (refusal is not JobPersistenceException)
        {
            var refused = new List<string>();
            foreach (var (job, triggers) in jobs)
            {
                refused.AddRange(await PlaceAsync(scheduler, new() { [job] = triggers }, cancellationToken));
            }

            return refused;
        }
    }

    /// <summary>Durable, so that a job outlives its triggers; requesting recovery, so that a killed node's visit is made by another.</summary>
    private static IJobDetail JobOf(SiteRule site) => JobBuilder.Create<SiteJob>()
        .WithIdentity(site.Name)
        .WithDescription(SiteTriggers.Describe(site.Schedule!))
        .StoreDurably()
        .RequestRecovery()
        .Build();
}
