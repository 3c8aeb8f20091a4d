using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>Tells the store every few seconds that this node is alive, which keeps the turns of its visits its own.</summary>
internal sealed class NodePulse(ThisNode node, ScheduledSites sites, IStore store, ILogger<NodePulse> logger) : BackgroundService
{
    /// <summary>A third of the lease: two beats may fail.</summary>
    public static readonly TimeSpan Interval = SiteTurn.Lease / 3;

    private bool _isHeard = true;

    /// <summary>The nodes alive, as of the last beat, and whether all of them know the same sites with the same schedules.</summary>
    public bool IsAgreed { get; private set; }

    /// <summary>Raised after a beat that found the nodes to agree where they did not before.</summary>
    public event EventHandler? Agreed;

    /// <summary>The first beat comes before anything is visited.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await store.Nodes.LeaveAsync(node.Id, cancellationToken);
        }
        catch (StoreException trouble)
        {
            logger.LogWarning("The other nodes could not be told that this one ends: {Message}", trouble.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BeatAsync(stoppingToken);
                if (!_isHeard)
                {
                    logger.LogInformation("The store can be reached again");
                }

                _isHeard = true;
            }
            catch (StoreException trouble)
            {
                if (_isHeard)
                {
                    logger.LogWarning("The other nodes cannot be told that this one is alive: {Message}", trouble.Message);
                }

                _isHeard = false;
            }
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        var own = sites.Digest;
        await store.Nodes.BeatAsync(node.State(own), cancellationToken);
        while (node.Abandoned.TryPeek(out var turn))
        {
            await store.Crawl.AbandonRunAsync(turn, cancellationToken);
            node.Abandoned.TryDequeue(out _);
        }

        var wasAgreed = IsAgreed;
        IsAgreed = (await store.Nodes.ListAsync(cancellationToken)).Where(n => n.IsAlive).All(n => n.Sites == own);
        if (IsAgreed && !wasAgreed)
        {
            Agreed?.Invoke(this, EventArgs.Empty);
        }
    }
}
