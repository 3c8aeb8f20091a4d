using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Web.Health;

/// <summary>Whether the daemon can do its work: the store takes writes and the schedule runs. An answer holds for some seconds, so that asking costs nothing.</summary>
internal sealed class Readiness(IStore store, ISchedule schedule, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1);
    private ReadinessReport? _last;
    private long _at;

    public async Task<ReadinessReport> AskAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || time.GetElapsedTime(_at) > Holds)
            {
                _last = new ReadinessReport(await IsWritableAsync(cancellationToken) ? "writable" : "not writable", await schedule.IsRunningAsync(cancellationToken) ? "running" : "not running");
                _at = time.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> IsWritableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.Care.ProbeAsync(cancellationToken);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
