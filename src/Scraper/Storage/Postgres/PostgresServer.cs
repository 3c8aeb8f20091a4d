using System.Collections.Concurrent;
using Npgsql;

namespace Scraper.Storage.Postgres;

/// <summary>The database of a store: how connections to it are opened.</summary>
internal sealed class PostgresServer : IDisposable
{
    /// <summary>Connections of one process, at most, where the connection string does not say: readers, the writer, and one for care.</summary>
    public const int DefaultPoolSize = 16;

    private readonly ConcurrentDictionary<string, PositionalSql> _statements = new(StringComparer.Ordinal);
    private readonly NpgsqlDataSource _connections;

    /// <param name="connectionString">Npgsql's.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public PostgresServer(string connectionString)
    {
        var settings = Parse(connectionString);
        Location = Describe(settings);
        Defaults(settings);
        PoolSize = settings.MaxPoolSize;
        _connections = NpgsqlDataSource.Create(settings);
    }

    /// <summary>Where it is, without secrets.</summary>
    public string Location { get; }

    /// <summary>Connections that may be open at a time.</summary>
    public int PoolSize { get; }

    /// <summary>How long a lost or refused connection is tried again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Once cancelled, no connection is tried again: the process ends.</summary>
    public CancellationToken Ending { get; init; }

    /// <summary>Where a connection string leads, without secrets.</summary>
    public static string Describe(string connectionString) => Describe(Parse(connectionString));

    /// <summary>Opens a connection.</summary>
    /// <exception cref="NpgsqlException">It cannot be had.</exception>
    public NpgsqlConnection Open() => _connections.OpenConnection();

    /// <summary>A statement with numbered parameters; each is translated once.</summary>
    public PositionalSql Translate(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = PositionalSql.Of(sql, parameters);
            _statements.TryAdd(sql, statement);
        }

        return statement;
    }

    /// <summary>
    /// Runs something until it succeeds, the connection is not what failed, or <see cref="Patience"/> or the process ends. Connections
    /// of the pool that a restart of the server has cut are dropped.
    /// </summary>
    /// <exception cref="StoreException">What failed, in words.</exception>
    public T Insist<T>(Func<T> run, CancellationToken cancellationToken = default)
    {
        var start = Environment.TickCount64;
        for (var pause = 20; ; pause = Math.Min(pause * 2, 500))
        {
            try
            {
                return run();
            }
            catch (Exception error) when (PostgresFaults.IsLostConnection(error) && !Ending.IsCancellationRequested && Environment.TickCount64 - start < Patience.TotalMilliseconds)
            {
                _connections.Clear();
                WaitHandle.WaitAny([cancellationToken.WaitHandle, Ending.WaitHandle], pause);
                cancellationToken.ThrowIfCancellationRequested();
            }
            catch (NpgsqlException error)
            {
                throw PostgresFaults.Explain(error, Location);
            }
        }
    }

    public void Dispose() => _connections.Dispose();

    private static void Defaults(NpgsqlConnectionStringBuilder settings)
    {
        Default("Application Name", "scraper");
        Default("Maximum Pool Size", DefaultPoolSize);
        Default("Max Auto Prepare", 200);
        Default("Auto Prepare Min Usages", 2);
        Default("Command Timeout", 300);
        Default("Keepalive", 30);
        Default("No Reset On Close", true); // nothing of ours leaves anything behind in a session
        // A node that is stopped in the middle of a transaction must not keep its locks from the others.
        Default("Options", "-c idle_in_transaction_session_timeout=10s");

        void Default(string key, object value)
        {
            if (!settings.Keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                settings[key] = value;
            }
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            return settings.Host is { Length: > 0 }
                ? settings
                : throw new StoreException(StoreFault.Invalid, "The connection string names no host", "postgres", "Give one such as 'Host=db.example;Database=scraper;Username=scraper'");
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // What was said may hold the password, so it is not repeated.
            throw new StoreException(StoreFault.Invalid, "The connection string cannot be read", "postgres", "Give one such as 'Host=db.example;Database=scraper;Username=scraper'; a value with ; or = stands in quotes");
        }
    }

    private static string Describe(NpgsqlConnectionStringBuilder settings) =>
        $"postgres://{settings.Username ?? Environment.UserName}@{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
}
