using System.Diagnostics;

namespace Scraper.Storage.Sql;

/// <summary>
/// The clock of the database, which all nodes go by: the server's time when it was last asked, and what has passed since
/// by the machine's monotonic clock. The machine's own time, right or wrong or set back, is not looked at.
/// </summary>
internal sealed class ServerClock(ISqlReaders readers) : TimeProvider
{
    /// <summary>Answers remembered; the one that took least time is the best.</summary>
    private const int Remembered = 12;

    /// <summary>An answer that differs by more than could be travel means that the machine slept or a clock was set.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromMilliseconds(50);

    private readonly Queue<Answer> _answers = new();
    private readonly Lock _lock = new();
    private volatile Answer? _best;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _best is { } best ? best.At(Stopwatch.GetTimestamp()) : base.GetUtcNow();

    /// <summary>Asks the server for the time.</summary>
    /// <param name="times">How often: the quickest answer counts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreException">It cannot be asked.</exception>
    public Task AskAsync(int times, CancellationToken cancellationToken) => readers.RunAsync(
        session =>
        {
            for (var i = 0; i < times; i++)
            {
                var asked = Stopwatch.GetTimestamp();
                var time = session.Scalar<DateTime>("SELECT clock_timestamp()");
                Note(new Answer(new DateTimeOffset(time.ToUniversalTime()), asked, Stopwatch.GetTimestamp()));
            }

            return true;
        },
        cancellationToken);

    private void Note(Answer answer)
    {
        lock (_lock)
        {
            if (_best is { } best && (best.At(answer.Received) - answer.At(answer.Received)).Duration() > best.Travel + answer.Travel + Jump)
            {
                _answers.Clear();
            }

            _answers.Enqueue(answer);
            if (_answers.Count > Remembered)
            {
                _answers.Dequeue();
            }

            _best = _answers.MinBy(a => a.Travel);
        }
    }

    /// <summary>An answer of the server.</summary>
    /// <param name="Time">The server's time.</param>
    /// <param name="Asked">Monotonic time before.</param>
    /// <param name="Received">Monotonic time after.</param>
    private sealed record Answer(DateTimeOffset Time, long Asked, long Received)
    {
        public TimeSpan Travel => Stopwatch.GetElapsedTime(Asked, Received);

        public DateTimeOffset At(long stamp) => Time + (Travel / 2) + Stopwatch.GetElapsedTime(Received, stamp);
    }
}
