using System.Data.Common;
using Npgsql;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>A connection to a PostgreSQL database. Npgsql prepares what it sees often.</summary>
internal sealed class PostgresSession : SqlSession
{
    private readonly PostgresServer _server;
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

    public override string UrlKey => "url_key(url)";

    public override string JsonRows(string parameter, string alias) => $"json_array_elements(CAST({parameter} AS json)) {alias} (value)";

    public override string JsonText(string alias, int item) => $"({alias}.value ->> {item})";

    public override string JsonNumber(string alias, int item) => $"CAST({alias}.value ->> {item} AS bigint)";

    public override long NextId(string table) => Scalar<long>("SELECT nextval(CAST($sequence AS regclass))", ("$sequence", table + "_id_seq"));

    public override void Cancel() => _running?.Cancel();

    public override void Dispose() => Connection.Dispose();

    protected override DbCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var statement = _server.Translate(sql, parameters);
        var command = new NpgsqlCommand(statement.Text, Connection);
        foreach (var given in statement.Order)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameters[given].Value switch { null => DBNull.Value, string text => PlainText.Of(text), var value => value } });
        }

        return _running = command;
    }
}
