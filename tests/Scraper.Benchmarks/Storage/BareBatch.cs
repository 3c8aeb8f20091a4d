using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Storage;

/// <summary>Inserts the rows of a store into an empty one with nothing but prepared statements, batch by batch of articles.</summary>
internal static class BareBatch
{
    private const int Batch = 1024;
    private const int MaxArticles = 10_000;

    private static readonly (string Table, string Article)[] Tables =
    [
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

    public static void Compare(string from, string to)
    {
        using var source = new SqliteFile(from).OpenReader();
        using var target = new SqliteFile(to).OpenWriter();
        SqliteFile.Execute(target, "PRAGMA foreign_keys = OFF");
        Copy(Read(source, "SELECT * FROM site"), target, "site");
        var clock = new Stopwatch();
        var articles = 0;
        var cpu = TimeSpan.Zero;
        for (var first = 1; first <= MaxArticles; first += Batch)
        {
            var rows = Tables.Select(t => (t.Table, Rows: Read(source, $"SELECT * FROM {t.Table} WHERE {t.Article}", first, first + Batch - 1))).ToList();
            rows.Add(("band", Bands(rows.Single(r => r.Table == "fingerprint").Rows)));
            cpu -= Process.GetCurrentProcess().TotalProcessorTime;
            clock.Start();
            SqliteFile.Execute(target, "BEGIN IMMEDIATE");
            rows.ForEach(r => Copy(r.Rows, target, r.Table));
            SqliteFile.Execute(target, "COMMIT");
            clock.Stop();
            cpu += Process.GetCurrentProcess().TotalProcessorTime;
            articles += rows.Single(r => r.Table == "article").Rows.Count;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare batch of the same rows: {articles / clock.Elapsed.TotalSeconds:0} articles/s, {articles / cpu.TotalSeconds:0} a CPU second, over the first {articles}"));
    }

    private static List<object[]> Bands(List<object[]> fingerprints) =>
        [.. fingerprints.SelectMany(f => ((byte[])f[2]).Chunk(6).Select(six => new object[] { (long)f[0] / 32_768, six.Select((b, i) => (long)b << (8 * i)).Sum(), f[0] }))];

    private static List<object[]> Read(SqliteConnection connection, string sql, long from = 0, long to = 0)
    {
        using var command = connection.CreateCommand();
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

    private static void Copy(List<object[]> rows, SqliteConnection target, string table)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var command = target.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"$p{i}"))})";
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
