using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Benchmarks.Storage;

/// <summary>Stores articles, and in turns writes their rows with a <see cref="BareBatch"/>, so that both meet the same machine.</summary>
internal sealed class InsertRace(string folder, SyntheticPages pages)
{
    private const int Chunk = 5_000;

    /// <summary>Stores the next articles and times nothing.</summary>
    public Task FillAsync(IStore store, int first, int count, CancellationToken cancellationToken) => SaveAsync(store, pages, first, count, cancellationToken);

    /// <summary>Stores articles, thousands at a time.</summary>
    public static async Task SaveAsync(IStore store, SyntheticPages pages, int first, int count, CancellationToken cancellationToken)
    {
        for (var done = 0; done < count; done += Chunk)
        {
            await SaveAsync(store, Make(pages, first + done, Math.Min(Chunk, count - done)), cancellationToken);
        }
    }

    /// <summary>Stores the next articles against the bare batch.</summary>
    /// <returns>The time of each.</returns>
    public async Task<(WorkClock Store, WorkClock Bare)> RunAsync(IStore store, int first, int count, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(folder, "bare.db");
        if (first > 0)
        {
            Checkpoint(store);
            File.Copy(store.Location, copy);
        }

        using var bare = new BareBatch(store.Location, copy);
        var clock = new WorkClock();
        for (var done = 0; done < count; done += Chunk)
        {
            var chunk = Make(pages, first + done, Math.Min(Chunk, count - done));
            clock.Start();
            await SaveAsync(store, chunk, cancellationToken);
            clock.Stop();
            bare.Write(first + done + 1, first + done + chunk.Count);
        }

        bare.Dispose();
        Array.ForEach(Directory.GetFiles(folder, "bare.db*"), File.Delete);
        return (clock, bare.Clock);
    }

    /// <summary>Brings all that was committed into the file itself.</summary>
    public static void Checkpoint(IStore store)
    {
        using var connection = new SqliteFile(store.Location).OpenUnmigrated();
        SqliteFile.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static Task<SaveResult[]> SaveAsync(IStore store, List<ExtractedPage> chunk, CancellationToken cancellationToken) =>
        Task.WhenAll(chunk.Select(page => Task.Run(() => store.Articles.SaveAsync(page, cancellationToken), cancellationToken)));

    private static List<ExtractedPage> Make(SyntheticPages pages, int first, int count) => [.. Enumerable.Range(first, count).Select(pages.Next)];
}
