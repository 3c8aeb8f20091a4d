using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.Tests.Storage;

/// <summary>The process that <see cref="KillTests"/> kills: it stores articles as fast as it can and says which are stored; or holds a lock.</summary>
internal static class KillTarget
{
    private const int Writers = 8;

    public static async Task<int> Main(string[] args)
    {
        if (args is ["lock", var locked])
        {
            return await WriteLock.HoldAsync(locked);
        }

        if (args is not ["write", var path, var first])
        {
            await Console.Error.WriteLineAsync("These are tests: run 'dotnet test'.");
            return 2;
        }

        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Daemon, CancellationToken.None);
        var next = int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) - 1;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            while (true)
            {
                var i = Interlocked.Increment(ref next);
                var text = StoreFixture.Words(i, 120);
                await store.Articles.SaveAsync(StoreFixture.Page($"https://example.com/{i}", text, $"Title {i}"), CancellationToken.None);
                Console.WriteLine($"stored {i}");
                await store.Articles.SaveAsync(StoreFixture.Page($"https://example.com/{i}", text + "\n\nAn edit.", $"Title {i}"), CancellationToken.None);
                Console.WriteLine($"edited {i}");
            }
        }));
        return 0;
    }
}
