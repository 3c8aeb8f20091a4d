using System.Collections.Concurrent;
using FluentAssertions;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class WorkerThreadsTests
{
    [Fact]
    public async Task Work_is_done_by_as_many_threads_as_were_asked_for_and_gives_what_it_gives()
    {
        using var threads = new WorkerThreads(2, "worker");
        var names = new ConcurrentDictionary<int, string?>();

        var squares = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => threads.RunAsync(
            () =>
            {
                names[Environment.CurrentManagedThreadId] = Thread.CurrentThread.Name;
                Thread.Yield();
                return i * i;
            },
            CancellationToken.None)));

        squares.Should().Equal(Enumerable.Range(0, 200).Select(i => i * i));
        names.Count.Should().BeLessOrEqualTo(2);
        names.Values.Should().OnlyContain(n => n == "worker");
    }

    [Fact]
    public async Task What_waits_is_done_in_the_order_it_came_unless_it_is_given_up()
    {
        using var threads = new WorkerThreads(1, "worker");
        using var gate = new ManualResetEventSlim();
        using var giveUp = new CancellationTokenSource();
        var done = new List<int>();
        var blocked = threads.RunAsync(() => gate.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var waiting = Enumerable.Range(0, 5).Select(i => threads.RunAsync(() => done.Add(i), i == 2 ? giveUp.Token : CancellationToken.None)).ToList();

        await giveUp.CancelAsync();
        gate.Set();
        await blocked;
        await Task.WhenAll(waiting).ContinueWith(_ => { }, TaskScheduler.Default);

        done.Should().Equal(0, 1, 3, 4);
        waiting[2].IsCanceled.Should().BeTrue();
    }

    [Fact]
    public async Task A_failure_is_its_callers_and_the_thread_goes_on()
    {
        using var threads = new WorkerThreads(1, "worker");

        var failing = () => threads.RunAsync(() => throw new InvalidDataException("spoilt"), CancellationToken.None);

        await failing.Should().ThrowAsync<InvalidDataException>().WithMessage("spoilt");
        (await threads.RunAsync(() => 7, CancellationToken.None)).Should().Be(7);
    }

    [Fact]
    public async Task What_follows_a_piece_of_work_does_not_hold_up_its_thread()
    {
        using var threads = new WorkerThreads(1, "worker");

        await threads.RunAsync(() => { }, CancellationToken.None);
        var name = Thread.CurrentThread.Name;
        await threads.RunAsync(() => { }, CancellationToken.None);

        name.Should().NotBe("worker");
    }

    [Fact]
    public async Task Work_that_waits_for_what_goes_on_later_does_not_wait_for_its_own_thread()
    {
        using var threads = new WorkerThreads(1, "worker");

        var waited = threads.RunAsync(() => LaterAsync().Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);

        (await waited).Should().BeTrue();

        static async Task LaterAsync() => await Task.Delay(10);
    }

    [Fact]
    public async Task What_waits_when_the_threads_end_is_still_done_and_nothing_more_is_taken()
    {
        var threads = new WorkerThreads(1, "worker");
        using var gate = new ManualResetEventSlim();
        var first = threads.RunAsync(() => gate.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var second = threads.RunAsync(() => 7, CancellationToken.None);

        threads.Dispose();
        gate.Set();

        (await first).Should().BeTrue();
        (await second).Should().Be(7);
        var late = () => threads.RunAsync(() => 8, CancellationToken.None);
        await late.Should().ThrowAsync<ObjectDisposedException>();
    }
}
