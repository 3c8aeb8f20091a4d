using System.Data.Common;
using Npgsql;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Fetching;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Storage;

/// <summary>A store in a folder or database of its own, and pages to put into it.</summary>
public sealed class StoreFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public StoreFixture(StorageEngine engine = StorageEngine.Sqlite) =>
        Address = new StoreAddress(engine, engine == StorageEngine.Postgres ? PostgresCluster.Shared.CreateDatabase() : Path);

    public string Folder { get; } = Directory.CreateTempSubdirectory("scraper-store-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "scraper.db");

    public StoreAddress Address { get; }

    public IStore Store { get; private set; } = null!;

    public static async Task<StoreFixture> OpenAsync(StorageEngine engine = StorageEngine.Sqlite)
    {
        var fixture = new StoreFixture(engine);
        await fixture.ReopenAsync();
        return fixture;
    }

    public async Task ReopenAsync(StoreAccess access = StoreAccess.Write)
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        Store = await Address.OpenAsync(access, CancellationToken.None);
    }

    /// <summary>A connection as another program opens it.</summary>
    public DbConnection Connect()
    {
        if (Address.Engine == StorageEngine.Sqlite)
        {
            return new SqliteFile(Path).OpenReader();
        }

        var connection = new NpgsqlConnection(Address.Target);
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement in the same way; nulls are null.</summary>
    public List<object?[]> Query(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
        }

        return rows;
    }

    /// <summary>Changes tables behind the store's back.</summary>
    public void Change(string sql)
    {
        using DbConnection connection = Address.Engine == StorageEngine.Sqlite ? new SqliteFile(Path).OpenUnmigrated() : Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public Task<SaveResult> SaveAsync(ExtractedPage page) => Store.Articles.SaveAsync(page, CancellationToken.None);

    public static Article Article(string url, string text, string title = "A title", string site = "example", Label stripped = Label.Advert)
    {
        var bodies = text.Split("\n\n").Select(p => (p, Label.Body));
        var blocks = bodies.Append(("Buy now!", stripped)).Select((b, i) => new LabelledBlock(
            new Block { Index = i, Kind = BlockKind.Paragraph, Text = b.Item1 },
            new Verdict(b.Item2, new Reason(ReasonKind.Model, "test", 0.9))));
        return new Article
        {
            Url = url,
            Site = site,
            Title = title,
            Text = text,
            Blocks = [.. blocks],
            Captions = [new Caption("A caption", 2)],
            Pictures = [new Picture("https://example.com/a.jpg?size=1", "A caption", "Paul Photo"), new Picture("https://example.com/b.jpg", null, "Ann")],
            Metadata = PageMetadata.None with { Section = "Town", Tags = ["harbour", "rain"] },
            Authors = ["Ann Author"],
            Language = "en",
            PublishedAt = new PageDate(new DateTimeOffset(2026, 2, 1, 9, 7, 0, TimeSpan.FromHours(2)), DatePrecision.Minute, HasZone: true),
        };
    }

    public static ExtractedPage Page(Article article, string? html = null, string extractor = "rules 1", DateTimeOffset? at = null, string? url = null) => new()
    {
        Article = article,
        Extractor = extractor,
        Validators = new Validators("\"1\"", null),
        Page = new FetchedPage
        {
            Url = url ?? article.Url,
            FinalUrl = url ?? article.Url,
            Status = 200,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html", ["ETag"] = "\"1\"", ["Set-Cookie"] = "secret=1" },
            Body = System.Text.Encoding.UTF8.GetBytes(html ?? $"<html>{article.Title}{article.Text}</html>"),
            FetchedAt = at ?? Now,
        },
    };

    public static ExtractedPage Page(string url, string text, string title = "A title") => Page(Article(url, text, title));

    /// <summary>A text of so many different words.</summary>
    public static string Words(int seed, int count)
    {
        var random = new Random(seed);
        var sentences = Enumerable.Range(0, (count / 10) + 1).Select(_ => string.Join(' ', Enumerable.Range(0, 10).Select(_ => $"w{random.Next(50_000)}")) + ".");
        return string.Join("\n\n", sentences.Chunk(4).Select(c => string.Join(' ', c)));
    }

    public async ValueTask DisposeAsync()
    {
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
        if (Address.Engine == StorageEngine.Postgres)
        {
            PostgresCluster.Shared.DropDatabase(Address.Target);
        }
    }
}
