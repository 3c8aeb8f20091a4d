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

/// <summary>Times the list of articles and the pages around it, beside the bare SQL of the list's rows.</summary>
internal static class ListBench
{
    private const int Times = 200;
    private const string Sql =
        """
        SELECT a.id, s.name, a.url, a.title, a.published_at, a.published_offset, a.published_precision, a.fetched_at, a.length, a.change_seq, a.sort_at
        FROM article a JOIN site s ON s.id = a.site_id ORDER BY a.sort_at DESC, a.id DESC LIMIT 50
        """;

    /// <summary>Makes a store of synthetic articles.</summary>
    public static async Task FillAsync(string path, int rows, CancellationToken cancellationToken)
    {
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Write, cancellationToken);
        await InsertRace.SaveAsync(store, new SyntheticPages(100), 0, rows, cancellationToken);
    }

    /// <summary>Medians of 200 calls each.</summary>
    public static async Task RunAsync(string path, CancellationToken cancellationToken)
    {
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Write, cancellationToken);
        var options = new ScraperOptions { Log = new LogOptions { Level = LogLevel.None }, Web = new WebOptions { Urls = ["http://127.0.0.1:0"] } };
        var builder = ScraperHost.Create(options, store).AddWeb(options).AddSchedule(1);
        builder.Services.AddSingleton(new ScheduledSites(() => [], allAtStart: false));
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = host.Services.GetRequiredService<WebServer>().Addresses[0] };
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        await connection.OpenAsync(cancellationToken);

        var rows = SqliteFile.Number(connection, "SELECT COUNT(*) FROM article");
        var (middle, story) = (SqliteFile.Number(connection, $"SELECT CAST(strftime('%s', sort_at) AS INTEGER) * 1000 FROM article WHERE id = {rows / 2}"), SqliteFile.Number(connection, "SELECT MAX(id) FROM story"));
        var bare = await MedianAsync(_ => Task.FromResult(Read(connection)));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} articles; medians of {Times}, in ms and as a multiple of the bare SQL of a list's 50 rows, {bare:0.00} ms"));
        Task Page(string name, Func<int, string> address) => LineAsync(name, bare, i => client.GetStringAsync(address(i), cancellationToken));
        await Page("/articles", _ => "/articles");
        await Page("/articles from the middle on", _ => string.Create(CultureInfo.InvariantCulture, $"/articles?before={middle}.0"));
        await Page("/articles of a site", i => $"/articles?site=site{i % 50}");
        await Page("search, a word of most articles", i => $"/articles?q={SyntheticPages.Word(20 + i)}");
        await Page("search, a word of few", i => $"/articles?q={SyntheticPages.Word(50_000 + i)}");
        await Page("search in a site, a word of most", i => $"/articles?site=site{i % 50}&q={SyntheticPages.Word(20 + i)}");
        await Page("/articles/ID", i => string.Create(CultureInfo.InvariantCulture, $"/articles/{rows - i}"));
        await Page("/stories/ID", i => string.Create(CultureInfo.InvariantCulture, $"/stories/{Math.Max(1, story - i)}"));
        await Page("/, the sites", _ => "/");
        await LineAsync("counts by day of every article", bare, _ => store.Articles.CountByDayAsync(DateTimeOffset.UnixEpoch, cancellationToken), times: 9);
        await Page("/feeds/articles.atom", _ => "/feeds/articles.atom");
        await Page("/feeds/articles.json of a word of most", i => $"/feeds/articles.json?q={SyntheticPages.Word(20 + i)}");
        await Page("/api/v1/sites", _ => "/api/v1/sites");
        await host.StopAsync(cancellationToken);
    }

    private static async Task LineAsync<T>(string name, double bare, Func<int, Task<T>> call, int times = Times)
    {
        try
        {
            var median = await MedianAsync(call, times);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-42}{median,9:0.00}{median / bare,8:0.0}x"));
        }
        catch (HttpRequestException error)
        {
            Console.Out.WriteLine($"{name,-42}{error.Message}");
        }
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

    private static async Task<double> MedianAsync<T>(Func<int, Task<T>> call, int count = Times)
    {
        var times = new List<double>();
        for (var i = 0; i < count + (count / 10); i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = await call(i);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Skip(count / 10).Order().ElementAt(count / 2);
    }
}
