using System.Threading.Channels;

namespace Scraper.Storage.Sql;

/// <summary>
/// Writers, each a thread of its own with a connection of its own, that take waiting writes in order and commit those that
/// wait together in one transaction. A task completes only after its commit is durable.
/// </summary>
internal sealed class SqlWriter : ISqlWriter
{
    private const int MaxWaiting = 1024;

    private readonly Channel<IWrite> _queue = Channel.CreateBounded<IWrite>(MaxWaiting);
    private readonly int _maxBatch;
    private readonly Task[] _loops;

    /// <param name="maxBatch">Writes that are committed together, at most.</param>
    /// <param name="connections">One a writer; they are closed with it.</param>
    public SqlWriter(int maxBatch, params IEnumerable<ITransactions> connections)
    {
        _maxBatch = maxBatch;
        _loops = [.. connections.Select(c => Task.Factory.StartNew(() => Loop(c), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
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
        _queue.Writer.TryComplete();
        await Task.WhenAll(_loops);
    }

    private void Loop(ITransactions transactions)
    {
        using var connection = transactions;
        var batch = new List<IWrite>(_maxBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < _maxBatch && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Commit(connection, batch);
            batch.Clear();
        }
    }

    /// <summary>
    /// Commits a batch; where one of its writes fails, each is tried again in a transaction of its own. (Savepoints would
    /// tell them apart too, but each makes the full-text index of SQLite write out what it has gathered: three times the work.)
    /// </summary>
    private static void Commit(ITransactions transactions, IReadOnlyList<IWrite> batch)
    {
        List<IWrite> wanted = [.. batch.Where(write => !write.FailIfCancelled())];
        if (wanted.Count == 0)
        {
            return;
        }

        try
        {
            transactions.Run(session => wanted.ForEach(write => write.Run(session)));
        }
        catch (Exception error)
        {
            if (wanted is [var alone])
            {
                alone.Fail(transactions.Explain(error));
                return;
            }

            foreach (var write in wanted)
            {
                Commit(transactions, [write]);
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
