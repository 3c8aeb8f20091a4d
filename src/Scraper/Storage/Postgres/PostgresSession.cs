using System.Data.Common;
using Npgsql;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>A connection to a PostgreSQL database. Npgsql prepares what it sees often.</summary>
internal sealed class PostgresSession : SqlSession
{
    private readonly PostgresServer _server;
    private List<NpgsqlBatchCommand>? _held;
    private NpgsqlCommand? _running;

    public PostgresSession(PostgresServer server, NpgsqlConnection connection)
    {
        _server = server;
        Connection = connection;
        Bands = new PostgresBandIndex(this);
        Search = new PostgresSearch(this);
    }

    public NpgsqlConnection Connection { get; }

    public override IBandIndex Bands { get; }

    public override ITextSearch Search { get; }

    public override string ForShare => " FOR SHARE";

    public override string UrlKey => "url_key(url)";

    public override string JsonRows(string parameter, string alias) => $"json_array_elements(CAST({parameter} AS json)) {alias} (value)";

    public override string JsonText(string alias, int item) => $"({alias}.value ->> {item})";

    public override string JsonNumber(string alias, int item) => $"CAST({alias}.value ->> {item} AS bigint)";

    public override long NextId(string table) => Scalar<long>("SELECT nextval(CAST($sequence AS regclass))", ("$sequence", table + "_id_seq"));

    public override void LockTable(string table) => Execute($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");

    public override void Cancel() => _running?.Cancel();

    public override int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Flush();
        return Command(sql, parameters).ExecuteNonQuery();
    }

    public override long Insert(string sql, string number, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Scalar<long>($"{sql} RETURNING {number}", parameters);

    public override void Send(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (_held is null)
        {
            Execute(sql, parameters);
            return;
        }

        _held.Add(Held(sql, parameters));
    }

    /// <summary>From now on what is sent may be held back, until <see cref="EndHolding"/>.</summary>
    public void BeginHolding() => _held = [];

    /// <summary>Forgets what has been held back; <see cref="Flush"/> comes before it where that is wanted.</summary>
    public void EndHolding() => _held = null;

    /// <summary>Sends what has been held back.</summary>
    public void Flush()
    {
        if (_held is { Count: > 0 })
        {
            using var batch = Batch();
            batch.ExecuteNonQuery();
        }
    }

    public override void Dispose() => Connection.Dispose();

    protected override DbDataReader Read(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (_held is not { Count: > 0 })
        {
            return Command(sql, parameters).ExecuteReader();
        }

        // The others give no rows, so the reader begins at this one.
        _held.Add(Held(sql, parameters));
        return Batch().ExecuteReader();
    }

    private NpgsqlBatch Batch()
    {
        var batch = new NpgsqlBatch(Connection);
        _held!.ForEach(batch.BatchCommands.Add);
        _held.Clear();
        return batch;
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var statement = _server.Translate(sql, parameters);
        _running = new NpgsqlCommand(statement.Text, Connection);
        Bind(_running.Parameters, statement, parameters);
        return _running;
    }

    private NpgsqlBatchCommand Held(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var statement = _server.Translate(sql, parameters);
        var command = new NpgsqlBatchCommand(statement.Text);
        Bind(command.Parameters, statement, parameters);
        return command;
    }

    private static void Bind(NpgsqlParameterCollection bound, PositionalSql statement, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        foreach (var given in statement.Order)
        {
            bound.Add(new NpgsqlParameter { Value = parameters[given].Value switch { null => DBNull.Value, string text => PlainText.Of(text), var value => value } });
        }
    }
}
