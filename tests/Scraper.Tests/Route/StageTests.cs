using System.Collections.Concurrent;
using System.Threading.Channels;
using FluentAssertions;
using Scraper.Route;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class StageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_item_goes_through_every_step_once_and_no_step_runs_ahead()
    {
        var (done, ahead, most) = (new ConcurrentBag<int>(), 0, 0);
        var channel = Channel.CreateBounded<int>(4);

        await Stage.WhenAllAsync(
            [
                Stage.RunAsync(Enumerable.Range(0, 500).ToAsyncEnumerable(), 3, First, channel.Writer, default, default),
                Stage.RunAsync(channel.Reader.ReadAllAsync(), 2, Second, default),
            ],
            () => { }).WaitAsync(Patience);

        done.Order().Should().Equal(Enumerable.Range(0, 500));
        most.Should().BeLessThanOrEqualTo(4 + 3 + 2 + 1, "a full channel holds the step before it back");

        Task<int> First(int item)
        {
            most = Math.Max(most, Interlocked.Increment(ref ahead));
            return Task.FromResult(item);
        }

        async Task Second(int item)
        {
            await Task.Yield();
            done.Add(item);
            Interlocked.Decrement(ref ahead);
        }
    }

    [Fact]
    public async Task A_step_that_fails_ends_the_others_and_its_failure_is_thrown()
    {
        using var stop = new CancellationTokenSource();
        var channel = Channel.CreateBounded<int>(1);

        var run = Stage.WhenAllAsync(
            [
                Stage.RunAsync(Enumerable.Range(0, int.MaxValue).ToAsyncEnumerable(), 2, Task.FromResult, channel.Writer, stop.Token, stop.Token),
                Stage.RunAsync(channel.Reader.ReadAllAsync(stop.Token), 1, _ => throw new InvalidOperationException("full"), stop.Token),
            ],
            stop.Cancel);

        await run.Invoking(r => r.WaitAsync(Patience)).Should().ThrowAsync<InvalidOperationException>().WithMessage("full");
    }

    [Fact]
    public async Task After_a_stop_items_on_their_way_still_arrive()
    {
        using var stop = new CancellationTokenSource();
        var (made, arrived) = (0, 0);
        var channel = Channel.CreateBounded<int>(8);

        var run = Stage.WhenAllAsync(
            [
                Stage.RunAsync(Enumerable.Range(0, int.MaxValue).ToAsyncEnumerable(), 1, Make, channel.Writer, stop.Token, default),
                Stage.RunAsync(channel.Reader.ReadAllAsync(), 1, Arrive, default),
            ],
            () => { });

        await run.Invoking(r => r.WaitAsync(Patience)).Should().ThrowAsync<OperationCanceledException>();
        arrived.Should().Be(made).And.BeGreaterThan(0);

        Task<int> Make(int item)
        {
            made++;
            return Task.FromResult(item);
        }

        async Task Arrive(int item)
        {
            await Task.Delay(1);
            if (++arrived == 5)
            {
                await stop.CancelAsync();
            }
        }
    }
}
