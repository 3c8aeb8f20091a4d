using System.Data.Common;
using Microsoft.Data.Sqlite;
using Scraper.Storage.Sql;
using SQLitePCL;

namespace Scraper.Storage.Sqlite;

/// <summary>A connection to a SQLite file with its prepared statements.</summary>
internal sealed class SqliteSession : SqlSession
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly SqliteBandIndex _bands;

    public SqliteSession(SqliteConnection connection)
    {
        Connection = connection;
        _bands = new SqliteBandIndex(this);
        Search = new SqliteSearch(this);
    }

    public SqliteConnection Connection { get; }

    public override IBandIndex Bands => _bands;

    public override ITextSearch Search { get; }

    public override string ForShare => string.Empty; // Only one connection writes.

    public override string UrlKey => "url";

    /// <summary>Whether the engine has rolled the transaction back by itself.</summary>
    private bool IsOutsideTransaction => raw.sqlite3_get_autocommit(Connection.Handle) != 0;

    /// <summary>Begins a transaction that may write.</summary>
    public void Begin()
    {
        Execute("BEGIN IMMEDIATE");
        _bands.Begin();
    }

    /// <summary>Makes what was written since <see cref="Begin"/> durable.</summary>
    public void Commit() => Execute("COMMIT");

    /// <summary>Undoes what was written since <see cref="Begin"/>.</summary>
    public void RollBack()
    {
        _bands.Forget();
        try
        {
            if (!IsOutsideTransaction)
            {
                Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // The error that led here is the one to report; the next BEGIN shows whether the connection still works.
        }
    }

    public override string JsonRows(string parameter, string alias) => $"json_each({parameter}) {alias}";

    public override string JsonText(string alias, int item) => $"json_extract({alias}.value, '$[{item}]')";

    public override string JsonNumber(string alias, int item) => JsonText(alias, item);

    public override long NextId(string table) => Scalar<long>("SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = $table), 0) + 1", ("$table", table));

    public override void LockTable(string table)
    {
        // Only one connection writes.
    }

    public override void Cancel() => raw.sqlite3_interrupt(Connection.Handle);

    public override void Dispose()
    {
        foreach (var prepared in _statements.Values.Concat<IDisposable>(_commands.Values))
        {
            prepared.Dispose();
        }

        Connection.Dispose();
    }

    public override int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Statement(sql).Execute(parameters);

    public override T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : default => Statement(sql).Scalar<T>(parameters);

    public override long Insert(string sql, string number, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        // A RETURNING clause would make a temporary table for its one row.
        Execute(sql, parameters);
        return raw.sqlite3_last_insert_rowid(Connection.Handle);
    }

    protected override DbDataReader Read(string sql, ReadOnlySpan<(string Name, object? Value)> parameters) => Bind(sql, parameters).ExecuteReader();

    private SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new SqliteStatement(Connection.Handle!, sql));
        }

        return statement;
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters)
            {
                command.Parameters.Add(new SqliteParameter(name, SqliteType.Text));
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.Parameters[i];
            parameter.ResetSqliteType();
            parameter.Value = parameters[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
