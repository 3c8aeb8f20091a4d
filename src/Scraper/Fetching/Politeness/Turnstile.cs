using System.Diagnostics;
using Scraper.Fetching.Http;

namespace Scraper.Fetching.Politeness;

/// <summary>
/// Lets one request at a time through to a host, with the delay between the end of one and the start of the next. The next
/// allowed time is stored before a request is sent and again after it, so that a process killed in between still keeps it.
/// </summary>
internal sealed class Turnstile(IFetchStateStore states, FetchOptions options, TimeProvider clock)
{
    // A request stored as "to be sent now" may reach the server this much later.
    private static readonly TimeSpan SendingGrace = TimeSpan.FromSeconds(1);

    private readonly KeyedLocks hosts = new();

    /// <summary>Waits for the host's turn and sends.</summary>
    /// <param name="url">What will be asked for.</param>
    /// <param name="delay">Least time to the next request.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="cancellationToken">Ends waiting and sending.</param>
    /// <returns>How it went, and the time it took without waiting.</returns>
    public async Task<(HopResult Result, TimeSpan Spent)> PassAsync(
        Uri url, TimeSpan delay, Func<CancellationToken, Task<HopResult>> send, CancellationToken cancellationToken)
    {
        var host = HostKey.Of(url);
        using var turn = await hosts.TakeAsync(host, cancellationToken);
        var before = await states.ReadHostAsync(host, cancellationToken) ?? new HostState(host, DateTimeOffset.MinValue, 0);
        if (await WaitAsync(before, cancellationToken) is { } notYet)
        {
            return (new HopResult(notYet), TimeSpan.Zero);
        }

        await states.WriteHostAsync(before with { NextAllowedAt = clock.GetUtcNow() + delay + SendingGrace }, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var result = await send(cancellationToken);
        var spent = Stopwatch.GetElapsedTime(started);

        var after = After(before, result, delay);
        await states.WriteHostAsync(after, cancellationToken);
        return (result.Outcome is FetchResult.Failed failed && BackOff.CountsAgainstHost(failed)
            ? result with { Outcome = failed with { RetryAt = after.NextAllowedAt } }
            : result, spent);
    }

    private async Task<FetchResult.Blocked?> WaitAsync(HostState state, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Capped, so that a machine whose clock was ahead for a while does not shut a host out for years.
            var wait = BackOff.Capped(state.NextAllowedAt - clock.GetUtcNow());
            if (wait <= TimeSpan.Zero)
            {
                return null;
            }

            if (wait > options.LongestWait)
            {
                var at = clock.GetUtcNow() + wait;
                return new FetchResult.Blocked(BlockReason.NotYet, $"{state.Host} is to be left alone until {at:u}", at);
            }

            // A timer may fire a moment early; the loop looks again.
            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), clock, cancellationToken);
        }
    }

    private HostState After(HostState before, HopResult result, TimeSpan delay)
    {
        if (result.Outcome is FetchResult.Blocked)
        {
            return before;
        }

        var failures = BackOff.CountsAgainstHost(result.Outcome) ? before.Failures + 1 : 0;
        var wait = failures > 0 ? BackOff.After(failures, result.RetryAfter, options) : BackOff.Capped(result.RetryAfter ?? TimeSpan.Zero);
        return before with { NextAllowedAt = clock.GetUtcNow() + (wait > delay ? wait : delay), Failures = failures };
    }
}
