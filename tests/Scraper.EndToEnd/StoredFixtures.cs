using Scraper.Storage;
using Scraper.Storage.Sqlite;

namespace Scraper.EndToEnd;

/// <summary>What stands in a store.</summary>
internal static class StoredFixtures
{
    /// <summary>Every article: URL, title and paragraphs.</summary>
    public static async Task<IReadOnlyList<ExpectedArticle>> ReadAsync(string path)
    {
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Read, CancellationToken.None);
        var articles = new List<ExpectedArticle>();
        await foreach (var stored in store.Articles.ReadAsync(ArticleFilter.All, CancellationToken.None))
        {
            articles.Add(new ExpectedArticle { Url = stored.Article.Url, Title = stored.Article.Title, Body = stored.Article.Text.Split("\n\n") });
        }

        return [.. articles.OrderBy(a => a.Url, StringComparer.Ordinal)];
    }

    /// <summary>The last number of the store's change sequence: it grows with everything that is stored.</summary>
    public static async Task<long> LastChangeAsync(string path)
    {
        await using var store = await SqliteStore.OpenAsync(path, StoreAccess.Read, CancellationToken.None);
        return (await store.Care.FiguresAsync(CancellationToken.None)).ChangeSeq;
    }
}
