using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Forgets archived pages that the settings let go: at start and every hour, by one of the nodes that share the store.</summary>
internal sealed class ArchiveUpkeep(ArchiveOptions options, IStore store, ThisNode node, TimeProvider time, ILogger<ArchiveUpkeep> logger) : BackgroundService
{
    /// <summary>Time between two prunings.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Prunes once, unless everything is kept.</summary>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        if (options.Retention() is not { } retention)
        {
            return;
        }

        try
        {
            var pruned = await store.Archive.PruneAsync(retention, time.GetUtcNow(), isTrial: false, cancellationToken);
            if (pruned.Pages > 0)
            {
                logger.LogInformation("The archive has let {Pages} pages go, {Bytes} bytes", pruned.Pages, pruned.Bytes);
            }
        }
        catch (StoreException trouble)
        {
            logger.LogWarning("The archive could not be pruned, which is tried again in an hour: {Message}", trouble.Message);
        }
    }

    /// <summary>Prunes where it is this node's turn.</summary>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await IsFirstAsync(cancellationToken))
        {
            await PruneAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Whether this node is the one of those alive whose turn it is: two would only be in each other's way.</summary>
    private async Task<bool> IsFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            var alive = (await store.Nodes.ListAsync(cancellationToken)).Where(n => n.IsAlive).Select(n => n.Id);
            return alive.Min(StringComparer.Ordinal) is not { } first || first == node.Id;
        }
        catch (StoreException)
        {
            // The pulse tells of it.
            return false;
        }
    }
}
