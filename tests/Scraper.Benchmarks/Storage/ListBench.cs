using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scraper.Hosting;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Web;

namespace Scraper.Benchmarks.Storage;

/// <summary>Times the first page of the list of articles, a page in its middle, and the bare SQL of the first page's rows.</summary>
internal sealed class ListBench(string folder)
{
    private const int Batch = 1_000;
    private const int Times = 200;
    private const string Sql =
        """
        SELECT a.id, s.name, a.url, a.title, a.published_at, a.published_offset, a.published_precision, a.fetched_at, a.length, a.change_seq, a.sort_at
        FROM article a JOIN site s ON s.id = a.site_id ORDER BY a.sort_at DESC, a.id DESC LIMIT 50
        """;

    public async Task RunAsync(int rows, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "scraper.db");
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Write, cancellationToken);
        var pages = new SyntheticPages(100);
        for (var i = 0; i < rows; i += Batch)
        {
            await Task.WhenAll(Enumerable.Range(i, Math.Min(Batch, rows - i)).Select(n => store.Articles.SaveAsync(pages.Next(n), cancellationToken)));
        }

        var options = new ScraperOptions { Log = new LogOptions { Level = LogLevel.None }, Web = new WebOptions { Urls = ["http://127.0.0.1:0"] } };
        var builder = ScraperHost.Create(options, store).AddWeb(options).AddSchedule(1);
        builder.Services.AddSingleton(new ScheduledSites(() => [], allAtStart: false));
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Services.GetRequiredService<WebServer>().Addresses[0] };
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        await connection.OpenAsync(cancellationToken);

        var middle = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(rows / 2).ToUnixTimeMilliseconds();
        var bare = await MedianAsync(() => Task.FromResult(Read(connection)));
        var first = await MedianAsync(() => client.GetStringAsync("/articles", cancellationToken));
        var deep = await MedianAsync(() => client.GetStringAsync(string.Create(CultureInfo.InvariantCulture, $"/articles?before={middle}.0"), cancellationToken));
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows} articles: bare SQL {bare:0.00} ms; /articles {first:0.00} ms (x{first / bare:0.0}); a page in the middle {deep:0.00} ms (x{deep / bare:0.0}); medians of {Times}"));
        await host.StopAsync(cancellationToken);
    }

    private static int Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        using var reader = command.ExecuteReader();
        var (rows, row) = (0, new object[11]);
        while (reader.Read())
        {
            rows += reader.GetValues(row) > 0 ? 1 : 0;
        }

        return rows;
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> call)
    {
        var times = new List<double>();
        for (var i = 0; i < Times + 20; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = await call();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Skip(20).Order().ElementAt(Times / 2);
    }
}
