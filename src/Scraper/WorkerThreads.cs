using System.Collections.Concurrent;

namespace Scraper;

/// <summary>
/// Threads of their own for work that computes: so many at a time, in the order it came. Buffers that are kept for a thread
/// (<see cref="System.Buffers.ArrayPool{T}.Shared"/>) are then kept for these few, not for every thread of the pool.
/// The threads start with the first work.
/// </summary>
internal sealed class WorkerThreads : TaskScheduler, IDisposable
{
    /// <summary>Neither what the work begins nor what follows it runs on these threads.</summary>
    private const TaskCreationOptions Options = TaskCreationOptions.DenyChildAttach | TaskCreationOptions.HideScheduler | TaskCreationOptions.RunContinuationsAsynchronously;

    private readonly BlockingCollection<Task> _waiting = [];
    private readonly Lazy<IReadOnlyList<Thread>> _threads;

    /// <param name="count">How many.</param>
    /// <param name="name">What they are called in a debugger.</param>
    public WorkerThreads(int count, string name)
    {
        MaximumConcurrencyLevel = count;
        _threads = new Lazy<IReadOnlyList<Thread>>(() => [.. Enumerable.Range(0, count).Select(_ => Start(name))]);
    }

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel { get; }

    /// <summary>Does a piece of work when it is its turn.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Gives it up while it waits.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before it began.</exception>
    /// <exception cref="ObjectDisposedException">The threads are ending.</exception>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_waiting.IsAddingCompleted, this);
        return Task.Factory.StartNew(work, cancellationToken, Options, this);
    }

    /// <summary>Does a piece of work that gives nothing when it is its turn.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Gives it up while it waits.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before it began.</exception>
    /// <exception cref="ObjectDisposedException">The threads are ending.</exception>
    public Task RunAsync(Action work, CancellationToken cancellationToken) => RunAsync(
        () =>
        {
            work();
            return true;
        },
        cancellationToken);

    /// <summary>The threads end when what waits is done.</summary>
    public void Dispose() => _waiting.CompleteAdding();

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        _ = _threads.Value;
        _waiting.Add(task);
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. _waiting];

    private Thread Start(string name)
    {
        var thread = new Thread(Work) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }

    private void Work()
    {
        foreach (var task in _waiting.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
