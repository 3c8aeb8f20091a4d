using System.Diagnostics;
using System.Globalization;
using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Storage;

/// <summary>Insert rate against a bare batch of the same rows, and how look-ups grow with the store.</summary>
internal sealed class StoreBench(string folder)
{
    private const int Chunk = 2_000;

    public async Task RunAsync(int rows, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "store.db");
        var pages = new SyntheticPages();
        await using (var store = await SqliteStore.OpenAsync(path, StoreAccess.Daemon, cancellationToken))
        {
            Console.WriteLine((await store.Care.FiguresAsync(cancellationToken)).Engine);
            Console.WriteLine("rows  rows/s so far  rows a CPU second  bytes/row  search rare ms  two words ms  common ms  by URL ms  story ms");
            var step = 10_000;
            var (total, cpu) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var number = 0; number < rows;)
            {
                var chunk = Enumerable.Range(number, Math.Min(Chunk, rows - number)).Select(pages.Next).ToList();
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                await Task.WhenAll(chunk.Select(page => store.Articles.SaveAsync(page, cancellationToken)));
                clock.Stop();
                total += clock.Elapsed;
                cpu += Process.GetCurrentProcess().TotalProcessorTime - before;
                number += chunk.Count;
                if (number == step || number == rows)
                {
                    step *= 10;
                    await ReportAsync(store, number, number / total.TotalSeconds, number / cpu.TotalSeconds, cancellationToken);
                }
            }
        }

        BareBatch.Compare(path, Path.Combine(folder, "bare.db"));
    }

    private static async Task ReportAsync(SqliteStore store, int rows, double rate, double cpuRate, CancellationToken cancellationToken)
    {
        var figures = await store.Care.FiguresAsync(cancellationToken);
        var articles = store.Articles;
        var rare = await TimeAsync(i => articles.SearchAsync(SyntheticPages.Word(50_000 + i), ArticleFilter.All, cancellationToken));
        var two = await TimeAsync(i => articles.SearchAsync($"{SyntheticPages.Word(2_000 + i)} {SyntheticPages.Word(3_000 + i)}", ArticleFilter.All, cancellationToken));
        var common = await TimeAsync(i => articles.SearchAsync(SyntheticPages.Word(20 + i), ArticleFilter.All, cancellationToken));
        var url = await TimeAsync(i => articles.FindAsync($"https://site{i % 50}.example/{i}", cancellationToken));
        using var session = new SqliteSession(new SqliteFile(store.Location).OpenReader());
        var stories = session.Rows("SELECT story_id FROM telling ORDER BY story_id DESC LIMIT 50", r => r.GetInt64(0));
        var story = await TimeAsync(i => Task.FromResult(session.Rows("SELECT * FROM v1_stories WHERE story_id = $id", r => r.GetInt64(0), ("$id", stories[i % stories.Count]))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows}  {rate:0}  {cpuRate:0}  {figures.Bytes / rows}  {rare:0.00}  {two:0.00}  {common:0.00}  {url:0.00}  {story:0.00}"));
    }

    /// <summary>Median milliseconds of thirty different calls.</summary>
    private static async Task<double> TimeAsync<T>(Func<int, Task<T>> call)
    {
        var times = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            var clock = Stopwatch.StartNew();
            await call(i);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
