using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Scraper.Route;

/// <summary>One step of a visit: takes items from the step before, works on several at a time, hands them to the next.</summary>
internal static class Stage
{
    /// <summary>A step between two others; closes <paramref name="output"/> when it ends, however it ends.</summary>
    /// <param name="input">Items of the step before.</param>
    /// <param name="workers">Items worked on at a time.</param>
    /// <param name="step">The work.</param>
    /// <param name="output">Where results go; waits while it is full.</param>
    /// <param name="stop">No further item is begun.</param>
    /// <param name="abandon">Results are no longer handed on.</param>
    public static async Task RunAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> input, int workers, Func<TIn, Task<TOut>> step, ChannelWriter<TOut> output, CancellationToken stop, CancellationToken abandon)
    {
        try
        {
            await RunAsync(input, workers, async item => await output.WriteAsync(await step(item), abandon), stop);
        }
        finally
        {
            output.Complete();
        }
    }

    /// <summary>The last step.</summary>
    public static Task RunAsync<TIn>(IAsyncEnumerable<TIn> input, int workers, Func<TIn, Task> step, CancellationToken stop) =>
        Parallel.ForEachAsync(
            input,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = stop },
            async (item, _) => await step(item));

    /// <summary>Waits for all steps. When one fails <paramref name="stop"/> ends the others and the failure is thrown; a failure counts before a cancellation.</summary>
    public static async Task WhenAllAsync(IReadOnlyList<Task> stages, Action stop)
    {
        foreach (var stage in stages)
        {
            _ = stage.ContinueWith(_ => stop(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        var all = Task.WhenAll(stages);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception?.InnerExceptions.FirstOrDefault(e => e is not OperationCanceledException) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        await all;
    }
}
