using System.Data.Common;

namespace Scraper.Storage.Sql;

/// <summary>
/// The one door to SQL: a connection, for one thread at a time. Statements are written once for every engine, with
/// parameters called <c>$name</c>; the few places where engines differ are members here.
/// </summary>
internal abstract class SqlSession : IDisposable
{
    /// <summary>For writes: which articles share bands.</summary>
    public abstract IBandIndex Bands { get; }

    /// <summary>Full-text search.</summary>
    public abstract ITextSearch Search { get; }

    /// <summary>What an <c>ON CONFLICT</c> names for a unique column <c>url</c>.</summary>
    public abstract string UrlKey { get; }

    /// <summary>What follows a SELECT whose rows nobody else may change until the transaction ends; begins with a space where there is anything.</summary>
    public abstract string ForShare { get; }

    /// <summary>Runs a statement.</summary>
    /// <returns>The rows it changed.</returns>
    public abstract int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>
    /// Runs a statement that gives no rows and that nobody asks about; an engine across a network may hold it back until the
    /// next that is read, or the commit, and send them together.
    /// </summary>
    public virtual void Send(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => Execute(sql, parameters);

    /// <summary>Inserts a row.</summary>
    /// <param name="sql">The INSERT, with nothing behind its values.</param>
    /// <param name="number">The column that numbers the rows.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>The row's number.</returns>
    public abstract long Insert(string sql, string number, params ReadOnlySpan<(string Name, object? Value)> parameters);

    /// <summary>The first column of the first row, or the type's default.</summary>
    public virtual T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Read(sql, parameters);
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetFieldValue<T>(0) : default;
    }

    /// <summary>All rows, read before the statement is used again.</summary>
    public List<T> Rows<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Read(sql, parameters);
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Rows one after the other, none kept, until one says that it is enough.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="read">Reads a row; tells whether to go on.</param>
    /// <param name="parameters">Its parameters.</param>
    public void Each(string sql, Func<DbDataReader, bool> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var reader = Read(sql, parameters);
        while (reader.Read() && read(reader))
        {
        }
    }

    /// <summary>A table expression: a row for each array in a JSON array of arrays.</summary>
    /// <param name="parameter">Name of the parameter with the JSON text.</param>
    /// <param name="alias">What the rows are called.</param>
    public abstract string JsonRows(string parameter, string alias);

    /// <summary>A value expression: an item of such a row as text.</summary>
    public abstract string JsonText(string alias, int item);

    /// <summary>A value expression: an item of such a row as a whole number.</summary>
    public abstract string JsonNumber(string alias, int item);

    /// <summary>The number that the next row of a table gets, so that rows that name each other are each written once.</summary>
    public abstract long NextId(string table);

    /// <summary>Keeps other writers from a table until the transaction ends.</summary>
    public abstract void LockTable(string table);

    /// <summary>Interrupts what runs; from any thread.</summary>
    public abstract void Cancel();

    public abstract void Dispose();

    /// <summary>Runs a statement that gives rows.</summary>
    protected abstract DbDataReader Read(string sql, ReadOnlySpan<(string Name, object? Value)> parameters);
}
