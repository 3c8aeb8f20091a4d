using Microsoft.Data.Sqlite;

namespace Scraper.Storage.Sqlite;

/// <summary>The file of a store: how connections to it are opened.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record SqliteFile(string Path)
{
    /// <summary>'SCRP' in the file's header: it is a store of ours.</summary>
    public const long ApplicationId = 0x53435250;

    /// <summary>How long a write waits for another process that holds the file; at least a second, to the driver none means for ever.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Opens the writing connection; creates the file and its tables, or brings them up to date, the old file kept beside it.</summary>
    public SqliteConnection OpenWriter() => OpenWriter(out _);

    /// <inheritdoc cref="OpenWriter()"/>
    /// <param name="migration">What was brought up to date, if it was of an older schema.</param>
    public SqliteConnection OpenWriter(out StoreMigration? migration)
    {
        var isNew = !File.Exists(Path) || new FileInfo(Path).Length == 0;
        migration = isNew ? null : SqliteMigration.KeepOld(this);
        return Prepared(Open(SqliteOpenMode.ReadWriteCreate), connection =>
        {
            if (!isNew)
            {
                SchemaMigration.EnsureOurs(connection, Path);
            }

            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = FULL");
            Execute(connection, "PRAGMA wal_autocheckpoint = 8192");
            Execute(connection, "PRAGMA cache_size = -65536");
            SchemaMigration.Apply(connection, Path);
        });
    }

    /// <summary>Opens the file as it is, whatever its version up to ours.</summary>
    public SqliteConnection OpenUnmigrated() => Prepared(Open(SqliteOpenMode.ReadWrite), connection => SchemaMigration.EnsureOurs(connection, Path));

    /// <summary>Opens a reading connection.</summary>
    public SqliteConnection OpenReader()
    {
        if (!File.Exists(Path))
        {
            throw new StoreException(StoreFault.Missing, "There is no store", Path, "Run 'scraper fetch URL' or 'scraper run' first, or name another file with --store");
        }

        try
        {
            return Reader(Path);
        }
        catch (StoreException error) when (error.Fault == StoreFault.Forbidden && !File.Exists(Path + "-wal"))
        {
            // Nobody has it open, and this user may not make the files that readers share: as it stands, it is whole.
            return Reader(new Uri(Path).AbsoluteUri + "?immutable=1");
        }
    }

    private SqliteConnection Reader(string source) => Prepared(Open(SqliteOpenMode.ReadOnly, source), connection =>
    {
        SchemaMigration.EnsureReadable(connection, Path);
        Execute(connection, "PRAGMA cache_size = -16384");
    });

    /// <summary>The connection once it is ready; closed, with the fault explained, where it cannot be made so.</summary>
    private SqliteConnection Prepared(SqliteConnection connection, Action<SqliteConnection> prepare)
    {
        try
        {
            prepare(connection);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw SqliteFaults.Explain(error, Path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement without result.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row as a number.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private SqliteConnection Open(SqliteOpenMode mode, string? source = null)
    {
        NativeSqlite.EnsureLoaded();

        // Not pooled: a pool would keep a deleted or replaced file open.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source ?? Path,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Patience.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            Execute(connection, $"PRAGMA busy_timeout = {Math.Max(1_000, (long)Patience.TotalMilliseconds)}");
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw SqliteFaults.Explain(error, Path);
        }
    }
}
