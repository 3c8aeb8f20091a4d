using System.Diagnostics;
using System.Globalization;
using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Storage;

/// <summary>Insert rate against a bare batch of the same rows, look-up times and size, at 10,000 articles and each ten times as many.</summary>
internal sealed class StoreBench(string folder, int words, string? keep = null)
{
    private const int Step = 10_000;
    private const string Columns = "articles  store/s  bare/s  ratio  bytes/article  rare word ms  two words ms  common word ms  common + other ms  common within a site ms  by URL ms  story ms";
    private const int WarmUp = 5_000;

    public async Task RunAsync(int rows, CancellationToken cancellationToken)
    {
        await WarmAsync(cancellationToken);
        var race = new InsertRace(folder, new SyntheticPages(words));
        await using var store = await SqliteStore.OpenAsync(keep ?? Path.Combine(folder, "store.db"), StoreAccess.Daemon, cancellationToken);
        Console.WriteLine((await store.Care.FiguresAsync(cancellationToken)).Engine);
        Console.WriteLine(Columns);
        var stored = 0;
        for (var size = Step; size <= rows; size *= 10)
        {
            await race.FillAsync(store, stored, size - Step - stored, cancellationToken);
            var (ours, bare) = await race.RunAsync(store, size - Step, Step, cancellationToken);
            stored = size;
            InsertRace.Checkpoint(store);
            await ReportAsync(store, size, Step / ours.Elapsed.TotalSeconds, Step / bare.Elapsed.TotalSeconds, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        processor time an article: {1e6 * ours.Processor.TotalSeconds / Step:0} µs of all threads, {1e6 * bare.Processor.TotalSeconds / Step:0} µs bare"));
        }
    }

    /// <summary>The same of a PostgreSQL store in an empty database, with no bare batch beside it; from as many callers as a node has sites.</summary>
    public static async Task RunAsync(string connection, int words, int rows, CancellationToken cancellationToken)
    {
        var pages = new SyntheticPages(words);
        await using var store = await new StoreAddress(StorageEngine.Postgres, connection).OpenAsync(StoreAccess.Daemon, cancellationToken);
        Console.WriteLine((await store.Care.FiguresAsync(cancellationToken)).Engine);
        Console.WriteLine(Columns);
        await InsertRace.SaveAsync(store, pages, 0, WarmUp, cancellationToken);
        for (var (size, stored) = (Step, WarmUp); size <= rows; size *= 10)
        {
            var clock = Stopwatch.StartNew();
            await InsertRace.SaveAsync(store, pages, stored, size - stored, cancellationToken);
            var rate = (size - stored) / clock.Elapsed.TotalSeconds;
            stored = size;
            await store.Care.VacuumAsync(cancellationToken);
            await ReportAsync(store, size, rate, double.NaN, cancellationToken, byTheWall: true);
        }
    }

    /// <summary>The look-ups alone, in a store that is there.</summary>
    public static async Task LookAsync(string path, CancellationToken cancellationToken)
    {
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Read, cancellationToken);
        var rows = (int)(await store.Care.FiguresAsync(cancellationToken)).Articles;
        Console.WriteLine(Columns);
        await ReportAsync(store, rows, double.NaN, double.NaN, cancellationToken);
    }

    /// <summary>Median milliseconds of thirty different calls, in processor time, which other programs on the machine hardly change; by the wall where a server does the work.</summary>
    private static async Task<double> TimeAsync<T>(Func<int, Task<T>> call, bool byTheWall)
    {
        var times = new List<double>();
        for (var i = 0; i < 30; i++)
        {
            var clock = new WorkClock();
            clock.Start();
            await call(i);
            clock.Stop();
            times.Add((byTheWall ? clock.Elapsed : clock.Processor).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static async Task ReportAsync(IStore store, int rows, double rate, double bareRate, CancellationToken cancellationToken, bool byTheWall = false)
    {
        var articles = store.Articles;
        Task<double> Search(Func<int, string> query) => TimeAsync(i => articles.SearchAsync(query(i), ArticleFilter.All, cancellationToken), byTheWall);
        var rare = await Search(i => SyntheticPages.Word(50_000 + i));
        var two = await Search(i => $"{SyntheticPages.Word(2_000 + i)} {SyntheticPages.Word(3_000 + i)}");
        var common = await Search(i => SyntheticPages.Word(20 + i));
        var mixed = await Search(i => $"{SyntheticPages.Word(20 + i)} {SyntheticPages.Word(3_000 + i)}");
        var within = await TimeAsync(i => articles.SearchAsync(SyntheticPages.Word(20 + i), new ArticleFilter { Site = $"site{i}" }, cancellationToken), byTheWall);
        var url = await TimeAsync(i => articles.FindAsync($"https://site{i % 50}.example/{i}", cancellationToken), byTheWall);
        var stories = new List<long>();
        foreach (var article in await articles.ListAsync(new ArticleFilter { Limit = 500 }, cancellationToken))
        {
            if ((await articles.FindAsync(article.Url, cancellationToken))?.StoryId is { } known)
            {
                stories.Add(known);
            }
        }

        var story = await TimeAsync(i => articles.TellingsAsync(stories[i % stories.Count], cancellationToken), byTheWall);
        var bytes = (await store.Care.FiguresAsync(cancellationToken)).Bytes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows}  {rate:0}  {bareRate:0}  {rate / bareRate:0.00}  {bytes / rows}  {rare:0.00}  {two:0.00}  {common:0.00}  {mixed:0.00}  {within:0.00}  {url:0.00}  {story:0.00}"));
    }

    /// <summary>A daemon runs for weeks: its first second, in which code is compiled, is not what is measured.</summary>
    private async Task WarmAsync(CancellationToken cancellationToken)
    {
        var race = new InsertRace(folder, new SyntheticPages(words));
        await using (var store = await SqliteStore.OpenAsync(Path.Combine(folder, "warm.db"), StoreAccess.Write, cancellationToken))
        {
            await race.RunAsync(store, 0, WarmUp, cancellationToken);
        }

        Array.ForEach(Directory.GetFiles(folder, "warm.db*"), File.Delete);
    }
}
