using System.Diagnostics;
using Scraper.Fetching.Http;

namespace Scraper.Fetching.Politeness;

/// <summary>
/// Lets one request at a time through to a host, with the delay between the end of one and the start of the next, whoever
/// shares the store. The host is claimed in the store before a request is sent, the claim is renewed while the request
/// lasts, and what the request led to is stored after it: a process killed in between still leaves the delay behind.
/// </summary>
internal sealed class Turnstile(IFetchStateStore states, FetchOptions options, TimeProvider clock, Action onTurn)
{
    // A request stored as "to be sent now" may reach the server this much later.
    private static readonly TimeSpan SendingGrace = TimeSpan.FromSeconds(2);

    private readonly KeyedLocks hosts = new();

    /// <summary>The longest that a fetch may be without its turn, in the queue and at its head.</summary>
    /// <param name="options">Longest wait.</param>
    public static TimeSpan LongestSilence(FetchOptions options) => 5 * options.LongestWait;

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
        var arrived = clock.GetTimestamp();
        var own = OwnWait(delay);
        var longest = options.LongestWait + own;
        using var turn = await hosts.TakeAsync(host, longest, cancellationToken);
        if (turn is null)
        {
            return (new HopResult(new FetchResult.Blocked(BlockReason.NotYet, $"the turn at {host} did not come within {longest.TotalSeconds:0.#} s: too many ask it")), TimeSpan.Zero);
        }

        // Who has come to the head of the queue waits for the delay there, however long it queued: behind another page every second one would be put off.
        var left = longest - clock.GetElapsedTime(arrived);
        var (before, notYet) = await ClaimAsync(host, delay + SendingGrace, left > own ? left : own, cancellationToken);
        if (notYet is not null)
        {
            return (new HopResult(notYet), TimeSpan.Zero);
        }

        onTurn();
        var started = Stopwatch.GetTimestamp();
        var result = await SendAsync(before!, delay + SendingGrace, send, cancellationToken);
        var spent = Stopwatch.GetElapsedTime(started);

        var after = After(before!, result, delay);
        await states.WriteHostAsync(after, cancellationToken);
        return (result.Outcome is FetchResult.Failed failed && BackOff.CountsAgainstHost(failed)
            ? result with { Outcome = failed with { RetryAt = after.NextAllowedAt } }
            : result, spent);
    }

    /// <summary>Leaves a host alone from now on, where it is not anyway: what it asks for is only known when it has answered.</summary>
    /// <param name="url">What it was asked for.</param>
    /// <param name="delay">Least time to the next request.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public async Task HoldAsync(Uri url, TimeSpan delay, CancellationToken cancellationToken)
    {
        var host = HostKey.Of(url);
        var until = clock.GetUtcNow() + delay;
        var known = await states.ReadHostAsync(host, cancellationToken);
        if (known is null || known.NextAllowedAt < until)
        {
            // Where somebody else has claimed it meanwhile, its delay runs from there.
            await states.ClaimHostAsync(known, (known ?? new HostState(host, until, 0)) with { NextAllowedAt = until }, cancellationToken);
        }
    }

    /// <summary>Waits until the host may be asked and claims it for a while.</summary>
    /// <returns>The state before, or why the host is not asked.</returns>
    private async Task<(HostState? Before, FetchResult.Blocked? NotYet)> ClaimAsync(string host, TimeSpan lease, TimeSpan longest, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = await states.ReadHostAsync(host, cancellationToken);
            var before = known ?? new HostState(host, DateTimeOffset.MinValue, 0);
            var latest = clock.GetUtcNow() + BackOff.Longest(lease, options);
            if (before.NextAllowedAt > latest)
            {
                // The clock was ahead when it was stored; left so, it would shut the host out for years.
                before = before with { NextAllowedAt = latest };
                if (!await states.ClaimHostAsync(known, before, cancellationToken))
                {
                    continue;
                }

                known = before;
            }

            if (await WaitAsync(before, longest, cancellationToken) is { } notYet)
            {
                return (null, notYet);
            }

            var asked = Stopwatch.GetTimestamp();
            if (!await states.ClaimHostAsync(known, before with { NextAllowedAt = clock.GetUtcNow() + lease }, cancellationToken))
            {
                continue; // Somebody else was first.
            }

            if (Stopwatch.GetElapsedTime(asked) < lease)
            {
                return (before, null);
            }

            // Stored so late, or the process was paused so long, that the host may be somebody else's already.
            lease *= 2;
        }
    }

    /// <summary>Sends, and keeps the host claimed as long as that takes; where it cannot be, the request is given up.</summary>
    private async Task<HopResult> SendAsync(HostState before, TimeSpan lease, Func<CancellationToken, Task<HopResult>> send, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = BackOff.Capped(lease / 2); // No timer runs for longer than seven weeks.
        var sending = send(giveUp.Token);
        try
        {
            while (await Task.WhenAny(sending, Task.Delay(renewal, answered.Token)) != sending && !cancellationToken.IsCancellationRequested)
            {
                await states.WriteHostAsync(before with { NextAllowedAt = clock.GetUtcNow() + lease }, cancellationToken).WaitAsync(renewal, cancellationToken);
            }
        }
        catch (Exception trouble)
        {
            await giveUp.CancelAsync();
            await sending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (trouble is TimeoutException)
            {
                return new HopResult(new FetchResult.Failed(FailureKind.Timeout, "given up: the store did not answer, and without it the host might be asked by another node"));
            }

            throw;
        }
        finally
        {
            await answered.CancelAsync();
        }

        return await sending;
    }

    /// <summary>
    /// How much of a host's own delay is waited for, on top of the longest wait in its queue: else a site with a long one
    /// would never be asked for more than its feed in one visit.
    /// </summary>
    private TimeSpan OwnWait(TimeSpan delay) => delay + SendingGrace < 2 * options.LongestWait ? delay + SendingGrace : 2 * options.LongestWait;

    private async Task<FetchResult.Blocked?> WaitAsync(HostState state, TimeSpan longest, CancellationToken cancellationToken)
    {
        var arrived = clock.GetTimestamp();
        while (true)
        {
            var wait = state.NextAllowedAt - clock.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return null;
            }

            if (wait > longest - clock.GetElapsedTime(arrived))
            {
                return new FetchResult.Blocked(BlockReason.NotYet, $"{state.Host} is to be left alone until {state.NextAllowedAt:u}", state.NextAllowedAt);
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

        // Of a page that is gone or forbidden it says when to ask for that page again, and nothing of the others.
        var asked = result.Outcome is null ? result.RetryAfter ?? TimeSpan.Zero : TimeSpan.Zero;
        var wait = failures > 0 ? BackOff.After(failures, result.RetryAfter, options) : BackOff.Capped(asked);
        return before with { NextAllowedAt = clock.GetUtcNow() + (wait > delay ? wait : delay), Failures = failures };
    }
}
