using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Web.Health;

/// <summary>Whether the daemon can do its work: the store takes writes and the schedule runs. An answer holds for some seconds, so that asking costs nothing.</summary>
internal sealed class Readiness(IStore store, ISchedule schedule, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(2);

    /// <summary>How long a part may take to answer before it counts as not well.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

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
                var (isWritable, isRunning) = (IsWellAsync(ProbeAsync, cancellationToken), IsWellAsync(schedule.IsRunningAsync, cancellationToken));
                _last = new ReadinessReport(await isWritable ? "writable" : "not writable", await isRunning ? "running" : "not running");
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

    private async Task<bool> ProbeAsync(CancellationToken cancellationToken)
    {
        await store.Care.ProbeAsync(cancellationToken);
        return true;
    }

    /// <summary>What a part says of itself, which is no where it has trouble or says nothing in time: a server that is away is waited for much longer.</summary>
    private async Task<bool> IsWellAsync(Func<CancellationToken, Task<bool>> ask, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            return await ask(deadline.Token).WaitAsync(Deadline, time, cancellationToken);
        }
        catch (Exception trouble) when (trouble is StoreException or TimeoutException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
