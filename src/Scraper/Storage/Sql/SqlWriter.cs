using System.Threading.Channels;

namespace Scraper.Storage.Sql;

/// <summary>
/// The one writer of a process: a thread of its own that takes waiting writes in order and commits those that wait together
/// in one transaction. A task completes only after its commit is durable.
/// </summary>
internal sealed class SqlWriter : ISqlWriter
{
    private const int MaxWaiting = 1024;

    private readonly Channel<IWrite> _queue = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly ITransactions _transactions;
    private readonly Task _loop;

    /// <param name="transactions">The connection that writes; it is closed with this.</param>
    public SqlWriter(ITransactions transactions)
    {
        _transactions = transactions;
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private interface IWrite
    {
        bool FailIfCancelled();

        void Run(SqlSession session);

        void Complete();

        void Fail(Exception error);
    }

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Func<SqlSession, T> write, CancellationToken cancellationToken)
    {
        var job = new Write<T>(write, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqlWriter));
        }

        return await job.Task;
    }

    /// <summary>Finishes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
        {
            await _loop;
            _transactions.Dispose();
        }
    }

    private void Loop()
    {
        var batch = new List<IWrite>(_transactions.MaxBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < _transactions.MaxBatch && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Commit(batch);
            batch.Clear();
        }
    }

    /// <summary>
    /// Commits a batch; where one of its writes fails, each is tried again in a transaction of its own. (Savepoints would
    /// tell them apart too, but each makes the full-text index of SQLite write out what it has gathered: three times the work.)
    /// </summary>
    private void Commit(IReadOnlyList<IWrite> batch)
    {
        List<IWrite> wanted = [.. batch.Where(write => !write.FailIfCancelled())];
        if (wanted.Count == 0)
        {
            return;
        }

        try
        {
            _transactions.Run(session => wanted.ForEach(write => write.Run(session)));
        }
        catch (StoreException error) when (error.Fault == StoreFault.Unreachable)
        {
            wanted.ForEach(write => write.Fail(error));
            return;
        }
        catch (Exception error)
        {
            if (wanted is [var alone])
            {
                alone.Fail(_transactions.Explain(error));
                return;
            }

            foreach (var write in wanted)
            {
                Commit([write]);
            }

            return;
        }

        wanted.ForEach(write => write.Complete());
    }

    private sealed class Write<T>(Func<SqlSession, T> run, CancellationToken cancellationToken) : IWrite
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _completion.Task;

        public bool FailIfCancelled() => cancellationToken.IsCancellationRequested && _completion.TrySetCanceled(cancellationToken);

        public void Run(SqlSession session) => _result = run(session);

        public void Complete() => _completion.TrySetResult(_result!);

        public void Fail(Exception error) => _completion.TrySetException(error);
    }
}
