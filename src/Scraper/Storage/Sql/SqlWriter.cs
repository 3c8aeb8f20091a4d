using System.Threading.Channels;
using System.Data.Common;

namespace Scraper.Storage.Sql;

/// <summary>
/// The one writer: a thread of its own that takes waiting writes in order and commits those that wait together in one
/// transaction. A task completes only after its commit is on the disk. A write may run twice, so it must only write.
/// </summary>
internal sealed class SqliteWriter : ISqlWriter
{
    private const int MaxBatch = 1024;

    private readonly Channel<IWrite> _queue = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly SqliteFile _file;
    private readonly SqlSession _session;
    private readonly Task _loop;

    public SqliteWriter(SqliteFile file, SqliteConnection connection)
    {
        _file = file;
        _session = new SqlSession(connection);
        _loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private interface IWrite
    {
        bool IsCancelled { get; }

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
            throw new ObjectDisposedException(nameof(SqliteWriter));
        }

        return await job.Task;
    }

    /// <summary>Finishes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
        {
            await _loop;
            _session.Dispose();
        }
    }

    private void Loop()
    {
        var batch = new List<IWrite>(MaxBatch);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            Commit(batch);
            batch.Clear();
        }
    }

    /// <summary>
    /// Commits a batch; where one of its writes fails, each is tried again in a transaction of its own. (Savepoints would
    /// tell them apart too, but each makes the full-text index write out what it has gathered: three times the work.)
    /// </summary>
    private void Commit(IReadOnlyList<IWrite> batch)
    {
        var done = new List<IWrite>(batch.Count);
        try
        {
            _session.Execute("BEGIN IMMEDIATE");
            _session.Bands.Begin();
            foreach (var write in batch)
            {
                if (write.IsCancelled)
                {
                    write.Fail(new OperationCanceledException());
                }
                else
                {
                    write.Run(_session);
                    done.Add(write);
                }
            }

            _session.Execute("COMMIT");
            done.ForEach(write => write.Complete());
        }
        catch (Exception error)
        {
            RollBack();
            if (batch is [var alone])
            {
                alone.Fail(error is SqliteException known ? SqliteFaults.Explain(known, _file.Path)
                    : Damage.Is(error) ? SqliteFaults.Damaged(error, _file.Path) : error);
                return;
            }

            foreach (var write in batch)
            {
                Commit([write]);
            }
        }
    }

    private void RollBack()
    {
        _session.Bands.Forget();
        try
        {
            if (!_session.IsOutsideTransaction)
            {
                _session.Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // The error that led here is the one to report; the next BEGIN shows whether the connection still works.
        }
    }

    private sealed class Write<T>(Func<SqlSession, T> run, CancellationToken cancellationToken) : IWrite
    {
        private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Task => _completion.Task;

        public bool IsCancelled => cancellationToken.IsCancellationRequested;

        public void Run(SqlSession session) => _result = run(session);

        public void Complete() => _completion.TrySetResult(_result!);

        public void Fail(Exception error)
        {
            if (error is OperationCanceledException)
            {
                _completion.TrySetCanceled(cancellationToken);
            }
            else
            {
                _completion.TrySetException(error);
            }
        }
    }
}
