using Scraper.Storage;

namespace Scraper.SiteFiles;

/// <summary>Looks for new versions of the rules that are kept in the store while the daemon runs.</summary>
internal sealed class RuleFollower(RuleRollout rollout, ILogger<RuleFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await rollout.TakeOverAsync(stoppingToken))
                {
                    logger.LogInformation("Site rules: version {Version} of the store is in force", rollout.Version);
                }
            }
            catch (Exception trouble) when (trouble is StoreException or IOException)
            {
                logger.LogWarning("New site rules could not be looked for: {Message}", trouble.Message);
            }
        }
    }
}
