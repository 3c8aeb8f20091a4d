using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Npgsql;
using Scraper.Core.Articles;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fixtures;

namespace Scraper.EndToEnd;

/// <summary>The commands on a PostgreSQL store, by the real executable.</summary>
public sealed class PostgresTests : IDisposable
{
    private const string Password = "s3cret-of-the-test";

    /// <summary>Kills of a copy; more with SCRAPER_KILLS=50.</summary>
    private static readonly int Kills = int.TryParse(System.Environment.GetEnvironmentVariable("SCRAPER_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    private readonly WorkFolder _folder = new();
    private readonly List<string> _databases = [];

    public void Dispose()
    {
        _databases.ForEach(PostgresCluster.Shared.DropDatabase);
        _folder.Dispose();
    }

    [PostgresFact]
    public async Task Every_command_works_on_PostgreSQL_as_on_SQLite()
    {
        var database = Database();
        (await RunAsync(database, "demo")).Exit.Should().Be(0);
        (await ScraperProcess.RunAsync(_folder.Path, "demo")).Exit.Should().Be(0);
        File.Delete(_folder["scraper.db.lock"]);

        Articles(await RunAsync(database, "articles", "export", "--format", "jsonl"))
            .Should().BeEquivalentTo(Articles(await ScraperProcess.RunAsync(_folder.Path, "articles", "export", "--format", "jsonl"))).And.HaveCountGreaterThan(3);
        (await RunAsync(database, "articles", "search", "the", "--json")).Output.Should().Contain("score");
        (await RunAsync(database, "articles", "story", Number(database, "SELECT article_id FROM v1_stories ORDER BY story_id LIMIT 1"))).Exit.Should().Be(0);
        (await RunAsync(database, "articles", "list")).Output.Split('\n').Should().HaveCountGreaterThan(3);
        (await RunAsync(database, "status", "--json")).Output.Should().Contain("postgres://");
        (await RunAsync(database, "db", "check")).Output.Should().StartWith("ok").And.Contain("postgres://");
        (await RunAsync(database, "db", "vacuum")).Exit.Should().Be(0);
        (await RunAsync(database, "db", "migrate")).Error.Should().Contain("already");
        (await RunAsync(database, "reextract", "--all")).Exit.Should().Be(0);
        (await RunAsync(database, "export", "--warc", "out.warc.gz")).Exit.Should().Be(0);
        (await RunAsync(database, "doctor")).Output.Should().Contain("PostgreSQL").And.Contain("a transaction was written");
        (await RunAsync(database, "sites", "list")).Exit.Should().Be(0);
        var backup = await RunAsync(database, "db", "backup", "copy.dump");
        (backup.Exit, backup.HasStackTrace).Should().Be((2, false));
        await ToolAsync(_folder.Path, backup.Error.Split("Run: ")[1].Trim(), new NpgsqlConnectionStringBuilder(database));
        new FileInfo(_folder["copy.dump"]).Length.Should().BeGreaterThan(1_000, "the command that is named makes a backup");
        var settings = await RunAsync(database, "config", "show");
        settings.Output.Should().Contain("Connection").And.NotContain(Password);
    }

    [PostgresFact]
    public async Task The_password_is_never_said_whatever_fails()
    {
        foreach (var connection in new[] { $"Host=127.0.0.1;Port=1;Database=d;Username=u;Password={Password};Timeout=1", $"Host=127.0.0.1;{Password};x", $"Password={Password}" })
        {
            using var process = ScraperProcess.Start(_folder.Path, Environment(connection), "status");
            var result = await process.EndAsync();
            result.Exit.Should().NotBe(0);
            (result.Output + result.Error).Should().NotContain(Password);
            result.HasStackTrace.Should().BeFalse(result.Error);
        }
    }

    [PostgresFact]
    public async Task A_copy_that_is_killed_again_and_again_ends_the_same()
    {
        await using (var store = await SqliteStore.OpenAsync(_folder["scraper.db"], StoreAccess.Write, default))
        {
            await Task.WhenAll(Enumerable.Range(0, 4_000).Select(i => store.Articles.SaveAsync(Page(i), default)));
        }

        var database = Database();
        var random = new Random(3);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = ScraperProcess.Start(_folder.Path, Environment(database), "db", "copy");
            await Task.Delay(random.Next(300, 2_500));
            await process.KillAsync();
        }

        var done = await RunAsync(database, "db", "copy", "--from", "sqlite:scraper.db", "--to", "postgres", "--json");

        done.Exit.Should().Be(0, done.Error + done.Output);
        done.Output.Should().Contain("\"same\":true");
        (await RunAsync(database, "db", "check")).Output.Should().StartWith("ok");
        var again = await RunAsync(database, "db", "copy");
        again.Output.Should().Contain("the same").And.NotContain("DIFFERS");
    }

    [PostgresFact]
    public async Task The_commands_of_the_readme_work()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "src", "Scraper", "Storage", "README.md"));
        var database = Database();
        (await RunAsync(database, "demo")).Exit.Should().Be(0);
        var settings = new NpgsqlConnectionStringBuilder(database);

        // createdb, pg_dump and pg_restore read where the server is from the environment.
        string Said(string command)
        {
            readme.Should().Contain(command);
            return command;
        }

        var name = $"readme_{Guid.NewGuid():N}";
        await ToolAsync(_folder.Path, Said("createdb --encoding=UTF8 --template=template0 scraper")[..^"scraper".Length] + name, settings);
        await ToolAsync(_folder.Path, Said("pg_dump --format=custom --file=scraper.dump scraper")[..^"scraper".Length] + settings.Database, settings);
        await ToolAsync(_folder.Path, Said("pg_restore --dbname=NEW scraper.dump").Replace("NEW", name, StringComparison.Ordinal), settings);
        var restored = PostgresCluster.Shared.Connection(name);
        _databases.Add(restored);
        (await RunAsync(restored, "db", "check")).Output.Should().StartWith("ok");
        (await RunAsync(restored, "demo")).Exit.Should().Be(0, "a restored store goes on");

        var role = $"reader_{Guid.NewGuid():N}";
        var start = readme.IndexOf("```sql roles\n", StringComparison.Ordinal) + "```sql roles\n".Length;
        Execute(database, readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)].Replace("scraper_reader", role, StringComparison.Ordinal));
        var reader = new NpgsqlConnectionStringBuilder(database) { Username = role }.ToString();
        Execute(reader, "SELECT * FROM v1_changes");
        var write = () => Execute(reader, "DELETE FROM change");
        write.Should().Throw<PostgresException>().Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        Execute(database, $"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    private static ExtractedPage Page(int i)
    {
        var random = new Random(i);
        var text = string.Join(' ', Enumerable.Range(0, 120).Select(_ => $"w{random.Next(50_000)}"));
        var url = $"https://example.com/{i}";
        return new ExtractedPage
        {
            Article = new Article { Url = url, Site = "example", Title = $"Title {i}", Text = text, Blocks = [] },
            Page = new FetchedPage { Url = url, FinalUrl = url, Status = 200, Body = System.Text.Encoding.UTF8.GetBytes(text), FetchedAt = DateTimeOffset.UnixEpoch.AddYears(56) },
        };
    }

    /// <summary>URL, title and text of what was exported.</summary>
    private static List<string> Articles(ScraperResult exported)
    {
        exported.Exit.Should().Be(0, exported.Error);
        var articles = new List<string>();
        foreach (var line in exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith('{')))
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement.GetProperty("article");
            // The demo's server takes another port each time.
            articles.Add($"{new Uri(article.GetProperty("url").GetString()!).PathAndQuery} {article.GetProperty("title").GetString()} {article.GetProperty("text").GetString()}");
        }

        return articles;
    }

    private static async Task ToolAsync(string folder, string command, NpgsqlConnectionStringBuilder server)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder, RedirectStandardError = true };
        (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGUSER"]) = (server.Host, server.Port.ToString(CultureInfo.InvariantCulture), server.Username);
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, error);
    }

    private static void Execute(string connection, string sql)
    {
        using var opened = new NpgsqlConnection(connection);
        opened.Open();
        using var command = new NpgsqlCommand(sql, opened);
        command.ExecuteNonQuery();
    }

    private static string Number(string connection, string sql)
    {
        using var opened = new NpgsqlConnection(connection);
        opened.Open();
        using var command = new NpgsqlCommand(sql, opened);
        return ((long)command.ExecuteScalar()!).ToString(CultureInfo.InvariantCulture);
    }

    private static Dictionary<string, string> Environment(string connection) => new() { ["SCRAPER__Storage"] = "Postgres", ["SCRAPER__Connection"] = connection };

    private string Database()
    {
        var connection = PostgresCluster.Shared.CreateDatabase() + $";Password={Password}";
        _databases.Add(connection);
        return connection;
    }

    private async Task<ScraperResult> RunAsync(string connection, params string[] arguments)
    {
        using var process = ScraperProcess.Start(_folder.Path, Environment(connection), arguments);
        return await process.EndAsync();
    }
}
