using Microsoft.Data.Sqlite;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Storage;

/// <summary>
/// The measure of the insert rate: the rows that the store made of some articles, written into a file of the same size and
/// the same tables, indexes and full-text search with nothing but prepared statements, table by table, a commit a batch.
/// No look-up, no packing, no fingerprint: its rows are finished before its clock starts.
/// </summary>
internal sealed class BareBatch : IDisposable
{
    private const int Batch = 1024;

    private static readonly (string Table, string Rows)[] Tables =
    [
        ("site", "id NOT IN (SELECT site_id FROM article WHERE id < $from)"),
        ("blob", "id IN (SELECT blob_id FROM page WHERE article_id BETWEEN $from AND $to)"),
        ("article", "id BETWEEN $from AND $to"),
        ("page", "article_id BETWEEN $from AND $to"),
        ("article_blocks", "article_id BETWEEN $from AND $to"),
        ("revision", "article_id BETWEEN $from AND $to"),
        ("change", "article_id BETWEEN $from AND $to"),
        ("url", "article_id BETWEEN $from AND $to"),
        ("fingerprint", "article_id BETWEEN $from AND $to"),
        ("telling", "article_id BETWEEN $from AND $to"),
        ("resemblance", "article_id BETWEEN $from AND $to"),
    ];

    private readonly SqliteConnection _source;
    private readonly SqliteConnection _target;

    /// <param name="from">The store whose rows are written again.</param>
    /// <param name="to">A copy of it as it was before them, or no file.</param>
    public BareBatch(string from, string to)
    {
        _source = new SqliteFile(from).OpenReader();
        _target = new SqliteFile(to).OpenWriter();
        SqliteFile.Execute(_target, "PRAGMA foreign_keys = OFF");
    }

    /// <summary>The time that the writing alone has taken.</summary>
    public WorkClock Clock { get; } = new();

    /// <summary>Writes the rows of some articles.</summary>
    public void Write(long first, long last)
    {
        for (var from = first; from <= last; from += Batch)
        {
            var to = Math.Min(last, from + Batch - 1);
            var rows = Tables.Select(t => (t.Table, Rows: Read($"SELECT * FROM {t.Table} WHERE {t.Rows}", from, to))).ToList();
            rows.Add(("band", [.. Read("SELECT article_id, bands FROM fingerprint WHERE article_id BETWEEN $from AND $to", from, to).SelectMany(Keys).OrderBy(k => (long)k[0])]));
            Clock.Start();
            SqliteFile.Execute(_target, "BEGIN IMMEDIATE");
            rows.ForEach(r => Insert(r.Table, r.Rows));
            SqliteFile.Execute(_target, "COMMIT");
            Clock.Stop();
        }
    }

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    private static IEnumerable<object[]> Keys(object[] fingerprint) =>
        PackedBands.Read((byte[])fingerprint[1]).Select(band => new object[] { BandKey.Of((long)fingerprint[0], band) });

    private List<object[]> Read(string sql, long from, long to)
    {
        using var command = _source.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private void Insert(string table, List<object[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var command = _target.CreateCommand();
        command.CommandText = $"INSERT OR IGNORE INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"$p{i}"))})";
        var parameters = rows[0].Select((_, i) => command.Parameters.Add($"$p{i}", SqliteType.Text)).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].ResetSqliteType();
                parameters[i].Value = row[i];
            }

            command.ExecuteNonQuery();
        }
    }
}
