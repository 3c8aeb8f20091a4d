using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// A prepared statement, used again and again. For those that give no more than one value: the driver makes a command, a
/// reader and their results for each run, which takes longer than most of them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int[]? _places;

    /// <exception cref="SqliteException">It is not one statement that the database understands.</exception>
    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        ThrowOn(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    /// <summary>Runs it; rows that it gives are passed over.</summary>
    /// <returns>The rows it changed.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public int Execute(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            Bind(parameters);
            while (Step())
            {
            }

            return raw.sqlite3_changes(_database);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The first column of the first row, or the type's default.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public T? Scalar<T>(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        try
        {
            Bind(parameters);
            var value = Step() && raw.sqlite3_column_type(_statement, 0) != raw.SQLITE_NULL ? (T)First(typeof(T)) : default;
            while (Step())
            {
            }

            return value;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private object First(Type type) =>
        type == typeof(long) ? raw.sqlite3_column_int64(_statement, 0)
        : type == typeof(string) ? raw.sqlite3_column_text(_statement, 0).utf8_to_string()
        : type == typeof(byte[]) ? raw.sqlite3_column_blob(_statement, 0).ToArray()
        : type == typeof(bool) ? raw.sqlite3_column_int64(_statement, 0) != 0
        : throw new NotSupportedException($"A value of SQLite as {type}");

    /// <summary>Whether there is a row more.</summary>
    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            ThrowOn(result);
        }

        return result == raw.SQLITE_ROW;
    }

    /// <summary>The same statement has the same parameters in the same order each time.</summary>
    private void Bind(ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (_places is null)
        {
            _places = new int[parameters.Length];
            for (var i = 0; i < parameters.Length; i++)
            {
                _places[i] = raw.sqlite3_bind_parameter_index(_statement, parameters[i].Name);
            }
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (_places[i] > 0)
            {
                ThrowOn(Bind(_places[i], parameters[i].Value));
            }
        }
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        "" => raw.sqlite3_bind_text(_statement, place, string.Empty), // An empty span would bind null.
        string text => BindText(place, text),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool truth => raw.sqlite3_bind_int64(_statement, place, truth ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new NotSupportedException($"{value.GetType()} as a value of SQLite"),
    };

    private int BindText(int place, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(_statement, place, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void ThrowOn(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
