using System.Collections.Concurrent;
using System.Globalization;
using Scraper.Hosting;
using Scraper.Reextraction;
using Scraper.Storage;

namespace Scraper.Web.Live;

/// <summary>
/// Reads sites' archives again in the background, as <c>scraper reextract --apply</c> does: first every page is tried, and a
/// site that would lose too much is left as it is. One at a time a site.
/// </summary>
internal sealed class ArchiveReadings(Pipeline pipeline, SiteCatalogue catalogue, IStore store, LiveActivity live, TimeProvider time, ILogger<ArchiveReadings> logger) : IAsyncDisposable
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Begins to read a site's archive.</summary>
    /// <returns>Whether it was begun; one that is under way is not begun again.</returns>
    public bool Start(string site)
    {
        // Noted once and before it begins: a note that came later could stay when the reading has ended.
        var end = new TaskCompletionSource();
        if (!_running.TryAdd(site, end.Task))
        {
            return false;
        }

        live.Tell(new LiveReading(site, time.GetUtcNow(), "waiting", 0, 0, null));
        _ = Task.Run(() => RunAsync(site, end));
        return true;
    }

    /// <summary>Stops after the pages at hand; what was stored stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running.Values);
        _stop.Dispose();
        _turn.Dispose();
    }

    private async Task RunAsync(string site, TaskCompletionSource end)
    {
        var began = time.GetUtcNow();
        var total = 0L;
        try
        {
            await _turn.WaitAsync(_stop.Token);
            try
            {
                var reextractor = new Reextractor(pipeline, catalogue.Rules, store, time);
                var options = new ReextractionOptions { Site = site, Workers = Environment.ProcessorCount };
                total = await reextractor.CountAsync(options, _stop.Token);
                var tried = new ReextractionReport();
                await WatchedAsync("trying", tried, reextractor.JudgeAsync(options, tried, _stop.Token));
                if (tried.Costs.FirstOrDefault(c => c.IsTooMuch) is { } cost)
                {
                    End(string.Create(CultureInfo.InvariantCulture, $"left as it is: its median body would fall from {cost.MedianBefore:N0} to {cost.MedianAfter:N0} characters; 'scraper reextract --site {site} --apply --force' accepts that"));
                    return;
                }

                var stored = new ReextractionReport();
                await WatchedAsync("storing", stored, reextractor.ApplyAsync(options, new HashSet<string>(), stored, _stop.Token));
                End(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tried.Count(ReplayOutcome.Better)} better, {tried.Count(ReplayOutcome.New)} new, {tried.Count(ReplayOutcome.Same) + tried.Count(ReplayOutcome.Skipped)} as before; {tried.Count(ReplayOutcome.Worse) + tried.Count(ReplayOutcome.Lost)} worse or lost, which were left as they are"));
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            End("cut off by the end of the process");
        }
        catch (StoreException trouble)
        {
            logger.LogError("{Site}: its archive could not be read again: {Message}", site, trouble.Message);
            End($"failed: {trouble.Remedy}");
        }
        catch (Exception bug)
        {
            logger.LogError(bug, "{Site}: reading its archive again failed; this is a bug of ours, please report it", site);
            End("failed; the log says more");
        }
        finally
        {
            _running.TryRemove(site, out _);
            end.SetResult();
        }

        void End(string what) => live.Tell(new LiveReading(site, began, "done", total, total, what));

        async Task WatchedAsync(string step, ReextractionReport report, Task work)
        {
            do
            {
                live.Tell(new LiveReading(site, began, step, report.Pages, total, null));
                await Task.WhenAny(work, Task.Delay(TellEvery));
            }
            while (!work.IsCompleted);
            await work;
        }
    }
}
