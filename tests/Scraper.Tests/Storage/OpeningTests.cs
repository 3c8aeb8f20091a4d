using System.Diagnostics;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Scraper.Storage;
using Scraper.Storage.Sql;
using Scraper.Storage.Sqlite;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Storage;

public sealed class OpeningTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_refused_untouched()
    {
        await using var fixture = new StoreFixture();
        await File.WriteAllTextAsync(fixture.Path, string.Concat(Enumerable.Repeat("not a database ", 500)));

        (await Opening(fixture, StoreAccess.Write)).Fault.Should().Be(StoreFault.Foreign);
        (await File.ReadAllTextAsync(fixture.Path)).Should().StartWith("not a database");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_to_be_the_trouble()
    {
        await using var fixture = new StoreFixture();
        var open = async () => await SqliteStore.OpenAsync(Path.Combine(fixture.Folder, "no", "such", "scraper.db"), StoreAccess.Write, default);

        (await open.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Forbidden);
    }

    [Fact]
    public async Task Damage_in_the_middle_of_the_file_is_found_by_check_and_never_stored_over_in_silence()
    {
        await using var fixture = await Written(pages: 60);
        await fixture.Store.Care.VacuumAsync(default);
        await fixture.Store.DisposeAsync();
        var file = await File.ReadAllBytesAsync(fixture.Path);
        for (var page = 8; (page + 1) * 4096 < file.Length; page += 8)
        {
            var bytes = file.AsSpan(page * 4096, 4096);
            // A file that has lost its schema cannot be opened at all.
            if (bytes.IndexOf("CREATE "u8) < 0)
            {
                new Random(7).NextBytes(bytes);
            }
        }

        await File.WriteAllBytesAsync(fixture.Path, file);

        await fixture.ReopenAsync(StoreAccess.Read);

        (await fixture.Store.Care.CheckAsync(default)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_daemon_is_refused_by_whatever_link_it_comes(bool isFolder)
    {
        await using var fixture = new StoreFixture();
        await using var elsewhere = new StoreFixture();
        await fixture.ReopenAsync(StoreAccess.Daemon);
        var link = Path.Combine(elsewhere.Folder, "link");
        _ = isFolder ? Directory.CreateSymbolicLink(link, fixture.Folder) : File.CreateSymbolicLink(link, fixture.Path);

        var second = async () => await SqliteStore.OpenAsync(isFolder ? Path.Combine(link, "scraper.db") : link, StoreAccess.Daemon, default);

        (await second.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Locked);
    }

    [Fact]
    public async Task A_store_locked_by_another_program_is_reported_as_locked()
    {
        await using var fixture = await Written();
        using var other = new SqliteConnection($"Data Source={fixture.Path};Pooling=False");
        await other.OpenAsync();
        var file = new SqliteFile(fixture.Path) { Patience = TimeSpan.FromSeconds(1) };
        using var packers = new WorkerThreads(1, "packer");
        using var readers = new SqliteReaders(file);
        await using var writer = new SqlWriter(new SqliteTransactions(file, file.OpenWriter()));
        var articles = new SqlArticleStore(readers, writer, new PageBases(), packers, file.Path);
        var save = () => articles.SaveAsync(StoreFixture.Page("https://example.com/new", StoreFixture.Words(77, 50)), default);
        Execute(other, "BEGIN EXCLUSIVE");

        (await save.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Locked);
        Execute(other, "ROLLBACK");
        (await save()).Outcome.Should().Be(SaveOutcome.Stored);
    }

    [Fact]
    public async Task A_full_disk_fails_the_save_and_keeps_all_that_was_stored()
    {
        // The engine's own limit on the file's size gives the same SQLITE_FULL as a full disk.
        await using var fixture = await Written(pages: 3);
        await fixture.Store.DisposeAsync();
        var file = new SqliteFile(fixture.Path);
        var connection = file.OpenWriter();
        SqliteFile.Execute(connection, $"PRAGMA max_page_count = {SqliteFile.Number(connection, "PRAGMA page_count") + 40}");
        using var packers = new WorkerThreads(1, "packer");
        using var readers = new SqliteReaders(file);
        var stored = 0;
        await using (var writer = new SqlWriter(new SqliteTransactions(file, connection)))
        {
            var articles = new SqlArticleStore(readers, writer, new PageBases(), packers, file.Path);
            var fill = async () =>
            {
                for (var i = 0; i < 500; i++)
                {
                    await articles.SaveAsync(StoreFixture.Page($"https://example.com/fill/{i}", StoreFixture.Words(i + 1000, 300), $"Fill {i}"), default);
                    stored++;
                }
            };
            (await fill.Should().ThrowAsync<StoreException>()).Which.Should().Match<StoreException>(e => e.Fault == StoreFault.Full && !e.Remedy.Contains("prune"));
        }

        await fixture.ReopenAsync();
        (await fixture.Store.Care.FiguresAsync(default)).Articles.Should().Be(stored + 3);
        (await fixture.Store.Care.CheckAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_backup_made_while_writing_is_whole()
    {
        await using var fixture = await Written(pages: 20);
        var copy = Path.Combine(fixture.Folder, "copy.db");
        await File.WriteAllTextAsync(copy + ".part", "another's");
        var writing = Task.WhenAll(Enumerable.Range(0, 50).Select(i => fixture.SaveAsync(StoreFixture.Page($"https://example.com/w/{i}", StoreFixture.Words(i + 500, 100), $"W {i}"))));

        await fixture.Store.Care.BackupAsync(copy, default);
        await writing;

        await using var store = await SqliteStore.OpenAsync(copy, StoreAccess.Read, default);
        (await store.Care.CheckAsync(default)).Should().BeEmpty();
        (await store.Care.FiguresAsync(default)).Articles.Should().BeGreaterThanOrEqualTo(20);
        var again = () => fixture.Store.Care.BackupAsync(copy, default);
        (await again.Should().ThrowAsync<StoreException>()).Which.Message.Should().Contain("exists already");
        Directory.GetFiles(fixture.Folder, "*.part").Should().Equal(copy + ".part");
        (await File.ReadAllTextAsync(copy + ".part")).Should().Be("another's");
    }

    [Fact]
    public async Task A_store_that_is_closed_is_one_whole_file()
    {
        await using var fixture = await Written(pages: 3);
        (await fixture.Store.Articles.ListAsync(ArticleFilter.All, default)).Should().HaveCount(3);
        await fixture.Store.DisposeAsync();

        Directory.GetFiles(fixture.Folder, "scraper.db-*").Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_refused_in_words()
    {
        await using var fixture = await Written();
        await fixture.Store.DisposeAsync();
        if (!OperatingSystem.IsLinux() || Environment.UserName == "root")
        {
            // Root may write everything, so the file is made immutable to SQLite by opening it as such.
            using var connection = new SqliteConnection($"Data Source={fixture.Path};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync();
            var write = () => Execute(connection, "DELETE FROM site");
            var error = write.Should().Throw<SqliteException>().Which;
            SqliteFaults.Explain(error, fixture.Path).Fault.Should().Be(StoreFault.Forbidden);
            return;
        }

        File.SetUnixFileMode(fixture.Path, UnixFileMode.UserRead);
        (await Opening(fixture, StoreAccess.Write)).Fault.Should().Be(StoreFault.Forbidden);
    }

    [Fact]
    public void The_systems_newer_library_is_preferred() =>
        NativeSqlite.EnsureLoaded().Should().MatchRegex(@"^SQLite 3\.\d+\.\d+ \((system|bundled)\)$");

    [Theory]
    [ProgramData("python3")]
    [ProgramData("sqlite3")]
    public async Task Another_process_reads_all_the_while_and_is_never_blocked(string reader)
    {
        await using var fixture = await Written(pages: 5);
        const string Sql = "select count(*) from v1_articles a join v1_blocks b using (article_id)";
        string[] args = reader == "python3"
            ? ["-c", $"import sqlite3,sys\nc=sqlite3.connect('file:{fixture.Path}?mode=ro',uri=True,timeout=0)\nfor i in range(300): n=c.execute('{Sql}').fetchone()[0]\nprint(n)"]
            : ["-readonly", fixture.Path, string.Concat(Enumerable.Repeat(Sql + ";", 300))];
        using (var process = Process.Start(new ProcessStartInfo(reader, args) { RedirectStandardOutput = true, RedirectStandardError = true })!)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            for (var i = 0; !process.HasExited; i++)
            {
                await fixture.SaveAsync(StoreFixture.Page($"https://example.com/r/{i}", StoreFixture.Words(i + 2000, 80), $"R {i}"));
            }

            (await errors).Should().BeEmpty();
            process.ExitCode.Should().Be(0);
            int.Parse((await output).Trim().Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(0);
        }
    }

    private static async Task<StoreFixture> Written(int pages = 1)
    {
        var fixture = await StoreFixture.OpenAsync();
        for (var i = 0; i < pages; i++)
        {
            await fixture.SaveAsync(StoreFixture.Page($"https://example.com/{i}", StoreFixture.Words(i, 120), $"Title {i}"));
        }

        return fixture;
    }

    private static async Task<StoreException> Opening(StoreFixture fixture, StoreAccess access)
    {
        var open = () => fixture.ReopenAsync(access);
        var error = (await open.Should().ThrowAsync<StoreException>()).Which;
        error.Message.Should().Contain(fixture.Path);
        return error;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 2;
        command.ExecuteNonQuery();
    }
}
