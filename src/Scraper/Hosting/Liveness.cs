using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Hosting;

/// <summary>Whether the daemon does its work, and not merely exists: the scheduler ticks, no visit hangs and the store can be written.</summary>
internal sealed class Liveness(SchedulePulse pulse, VisitProgress progress, IStore store)
{
    /// <summary>What is wrong, for people; <see langword="null"/> where all is well.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        if ((await pulse.ProblemAsync(cancellationToken) ?? progress.Problem()) is { } stuck)
        {
            return stuck;
        }

        try
        {
            await store.Care.ProbeAsync(cancellationToken);
            return null;
        }
        catch (StoreException trouble)
        {
            return trouble.Message;
        }
    }
}
