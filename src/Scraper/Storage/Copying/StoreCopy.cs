using Npgsql;
using Scraper.Storage.Postgres;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;

namespace Scraper.Storage.Copying;

/// <summary>
/// Moves a whole store from a SQLite file into a PostgreSQL database. Rows go in the order of their keys, a chunk a
/// transaction, so a copy that was cut off goes on after the last row that is there.
/// </summary>
internal sealed class StoreCopy : IDisposable
{
    /// <summary>'COPY': the advisory lock of whoever copies.</summary>
    private const long Lock = 0x434F5059;
    private const int LockAttempts = 20;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(250);

    private readonly SqliteSession _source;
    private readonly PostgresSession _target;
    private readonly PostgresServer _server;
    private readonly FileStream _held;
    private readonly string _location;

    /// <exception cref="StoreException">A daemon uses the source, or one of the two cannot be opened.</exception>
    public StoreCopy(string path, string connectionString)
    {
        _location = Path.GetFullPath(path);
        _source = new SqliteSession(new SqliteFile(_location).OpenReader());
        _held = DaemonLock.Take(_location);
        _server = new PostgresServer(connectionString);
        PostgresMigration.Apply(_server, mayBeHalf: true);
        _target = _server.Insist(() => new PostgresSession(_server, _server.Open()));
    }

    /// <summary>Rows a transaction, at most.</summary>
    public int ChunkRows { get; init; } = 10_000;

    /// <summary>Bytes a transaction, about.</summary>
    public long ChunkBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Copies what is not there yet and compares both stores, row by row.</summary>
    /// <returns>Every table and view.</returns>
    /// <exception cref="StoreException">The target holds something else, or one of the two fails.</exception>
    public IReadOnlyList<CopiedTable> Run(Action<CopyProgress> report, CancellationToken cancellationToken)
    {
        try
        {
            Begin(cancellationToken);
            foreach (var table in CopyTable.All)
            {
                Copy(table, Columns(table.Name), report, cancellationToken);
            }

            CopyWords(report, cancellationToken);
            Finish();
            List<CopiedTable> tables = [.. CopyTable.All.Concat(CopyTable.Views).Select(t => t.Name == "band" ? CompareBands(t) : Compare(t, report, cancellationToken))];
            if (tables.TrueForAll(t => t.IsSame))
            {
                _target.Execute("UPDATE store_copy SET is_done = true");
                _target.Execute("ANALYZE");
            }

            return tables;
        }
        catch (NpgsqlException error)
        {
            throw PostgresFaults.Explain(error, _server.Location);
        }
    }

    public void Dispose()
    {
        _target.Dispose();
        _server.Dispose();
        _source.Dispose();
        _held.Dispose();
    }

    /// <summary>The server takes a moment to see that a copy which was cut off is gone, and to free its lock.</summary>
    private void TakeLock(CancellationToken cancellationToken)
    {
        for (var attempt = 1; !_target.Scalar<bool>($"SELECT pg_try_advisory_lock({Lock})"); attempt++)
        {
            if (attempt == LockAttempts)
            {
                throw new StoreException(StoreFault.Locked, "Another copy into the database is under way", _server.Location, "Wait for its end");
            }

            cancellationToken.WaitHandle.WaitOne(LockPause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Refuses a target that is neither empty nor the same copy, half or whole.</summary>
    private void Begin(CancellationToken cancellationToken)
    {
        TakeLock(cancellationToken);
        var state = State();
        var known = _target.Rows("SELECT source, state FROM store_copy", r => (Source: r.GetString(0), State: r.GetFieldValue<byte[]>(1)));
        if (known is [var begun])
        {
            if (begun.Source != _location)
            {
                throw Refused($"The database holds a copy of {begun.Source}");
            }

            if (!begun.State.AsSpan().SequenceEqual(state))
            {
                throw Refused($"{_location} has changed since the copy was begun");
            }

            return;
        }

        if (CopyTable.All.FirstOrDefault(t => _target.Scalar<bool>($"SELECT EXISTS (SELECT 1 FROM {t.Name})")) is { } full)
        {
            throw Refused($"The database is not empty: there are rows in {full.Name}");
        }

        _target.Execute("INSERT INTO store_copy (source, state) VALUES ($source, $state)", ("$source", _location), ("$state", state));
    }

    private StoreException Refused(string what) => new(StoreFault.Invalid, what, _server.Location, "Name an empty database, or drop and make this one anew; nothing was changed");

    /// <summary>What the source looks like: counts, last keys and last moments. Every write of ours changes one of them.</summary>
    private byte[] State()
    {
        using var hash = new RowHash();
        foreach (var table in CopyTable.All)
        {
            hash.Add([_source.Scalar<long>($"SELECT COUNT(*) FROM {table.Name}"), _source.Scalar<string>($"SELECT CAST(MAX({table.Keys[0]}) AS TEXT) FROM {table.Name}")]);
        }

        hash.Add([
            _source.Scalar<string>("SELECT MAX(visited_at) FROM url"), _source.Scalar<string>("SELECT MAX(checked_at) FROM article"), _source.Scalar<string>("SELECT MAX(finished_at) FROM site"),
            _source.Scalar<string>("SELECT MAX(started_at) FROM site"), _source.NextId("article"), _source.NextId("change")]);
        return Convert.FromHexString(hash.Hex());
    }

    private IReadOnlyList<CopyColumn> Columns(string table)
    {
        var target = CopyColumn.Of(_target, table);
        var source = _source.Rows("SELECT name FROM pragma_table_info($table)", r => r.GetString(0), ("$table", table));
        return source.Find(name => target.All(c => c.Name != name)) is { } missing
            ? throw new InvalidOperationException($"PostgreSQL's {table} has no {missing}")
            : [.. target.Where(c => source.Contains(c.Name))];
    }

    private void Copy(CopyTable table, IReadOnlyList<CopyColumn> columns, Action<CopyProgress> report, CancellationToken cancellationToken)
    {
        var keys = table.Keys.Select(k => columns.Single(c => c.Name == k)).ToList();
        var names = string.Join(", ", columns.Select(c => c.Name));
        Chunks(
            table, keys, names, $"COPY {table.Name} ({names}) FROM STDIN (FORMAT BINARY)",
            (row, importer) =>
            {
                var bytes = 0L;
                for (var i = 0; i < columns.Count; i++)
                {
                    var value = columns[i].Read(row, i);
                    bytes += value switch { string text => text.Length, byte[] blob => blob.Length, _ => sizeof(long) };
                    Write(importer, value, columns[i]);
                }

                return bytes;
            },
            report, cancellationToken);
    }

    /// <summary>The words of the articles, which SQLite keeps in an index of its own.</summary>
    private void CopyWords(Action<CopyProgress> report, CancellationToken cancellationToken)
    {
        var words = new CopyTable("article_words", "article_id");
        _target.Execute("CREATE TEMPORARY TABLE IF NOT EXISTS copied_words (article_id bigint, words text)");
        Chunks(
            words, [new CopyColumn("article_id", ColumnKind.Number)], "id AS article_id, title, body", "COPY copied_words FROM STDIN (FORMAT BINARY)",
            (row, importer) =>
            {
                var vector = SearchVector.Of(PlainText.Of(row.GetString(1)), PlainText.Of(row.GetString(2)));
                importer.Write(row.GetInt64(0), NpgsqlTypes.NpgsqlDbType.Bigint);
                importer.Write(vector, NpgsqlTypes.NpgsqlDbType.Text);
                return vector.Length;
            },
            report, cancellationToken, from: "article",
            then: () =>
            {
                _target.Execute("INSERT INTO article_words (article_id, words) SELECT article_id, CAST(words AS tsvector) FROM copied_words");
                _target.Execute("TRUNCATE copied_words");
            });
    }

    private void Chunks(
        CopyTable table, IReadOnlyList<CopyColumn> keys, string columns, string copy, Func<System.Data.Common.DbDataReader, NpgsqlBinaryImporter, long> write,
        Action<CopyProgress> report, CancellationToken cancellationToken, string? from = null, Action? then = null)
    {
        var last = _target.Rows(
            $"SELECT {table.Order} FROM {table.Name} ORDER BY {string.Join(", ", table.Keys.Select(k => $"{k} DESC"))} LIMIT 1",
            r => keys.Select((k, i) => k.Read(r, i)).ToList()).FirstOrDefault();
        var done = _target.Scalar<long>($"SELECT COUNT(*) FROM {table.Name}");
        for (var rows = -1L; rows != 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows = 0;
            var bytes = 0L;
            using var transaction = _target.Connection.BeginTransaction();
            using (var importer = _target.Connection.BeginBinaryImport(copy))
            {
                importer.Timeout = TimeSpan.Zero;
                _source.Each(
                    $"SELECT {columns} FROM {from ?? table.Name}{(last is null ? string.Empty : $" WHERE {table.After}")} ORDER BY {table.Order}",
                    row =>
                    {
                        importer.StartRow();
                        bytes += write(row, importer);
                        last = [.. keys.Select(k => k.Read(row, row.GetOrdinal(k.Name)))];
                        return ++rows < ChunkRows && bytes < ChunkBytes;
                    },
                    last is null ? [] : CopyTable.Parameters(last));
                importer.Complete();
            }

            then?.Invoke();
            transaction.Commit();
            done += rows;
            report(new CopyProgress("copy", table.Name, done));
        }
    }

    /// <summary>What is no row: bands that SQLite holds in memory, and the next number of everything. May be done again.</summary>
    private void Finish()
    {
        foreach (var (id, bands) in _source.Rows(
            "SELECT article_id, bands FROM fingerprint WHERE article_id > (SELECT through FROM band_state)", r => (r.GetInt64(0), PackedBands.Read(r.GetFieldValue<byte[]>(1)))))
        {
            _target.Bands.Add(id, bands);
        }

        _target.Execute("UPDATE change_counter SET last = $last", ("$last", _source.NextId("change") - 1));
        foreach (var table in CopyTable.All.Where(t => t.Keys is ["id"]))
        {
            var last = Math.Max(_source.NextId(table.Name) - 1, _target.Scalar<long>($"SELECT MAX(id) FROM {table.Name}"));
            _target.Scalar<long>("SELECT setval(CAST($sequence AS regclass), $next, false)", ("$sequence", table.Name + "_id_seq"), ("$next", last + 1));
        }
    }

    private CopiedTable Compare(CopyTable table, Action<CopyProgress> report, CancellationToken cancellationToken)
    {
        var columns = CopyColumn.Of(_target, table.Name);
        var names = string.Join(", ", columns.Select(c => c.Name));
        var (source, target) = (Hash(_source), Hash(_target));
        return new CopiedTable(table.Name, source.Rows, target.Rows, source.Hash, target.Hash);

        (long Rows, string Hash) Hash(SqlSession session)
        {
            using var hash = new RowHash();
            session.Each(
                $"SELECT {names} FROM {table.Name} ORDER BY {table.Order}",
                row =>
                {
                    hash.Add(columns.Select((c, i) => c.Read(row, i)));
                    if (hash.Rows % ChunkRows == 0)
                    {
                        report(new CopyProgress("verify", table.Name, hash.Rows));
                        cancellationToken.ThrowIfCancellationRequested();
                    }

                    return true;
                });
            return (hash.Rows, hash.Hex());
        }
    }

    /// <summary>The copy has the bands that <see cref="Finish"/> added, too: those of the source are looked up in it.</summary>
    private CopiedTable CompareBands(CopyTable table)
    {
        using var source = new RowHash();
        using var target = new RowHash();
        foreach (var keys in _source.Rows("SELECT key FROM band ORDER BY key", r => r.GetInt64(0)).Chunk(ChunkRows))
        {
            Array.ForEach(keys, key => source.Add([key]));
            _target.Rows("SELECT key FROM band WHERE key = ANY ($keys) ORDER BY key", r => r.GetInt64(0), ("$keys", keys)).ForEach(key => target.Add([key]));
        }

        return new CopiedTable(table.Name, source.Rows, target.Rows, source.Hex(), target.Hex());
    }

    private static void Write(NpgsqlBinaryImporter importer, object? value, CopyColumn column)
    {
        if (value is null)
        {
            importer.WriteNull();
        }
        else
        {
            importer.Write(value, column.Type);
        }
    }
}
