using FluentAssertions;
using Scraper.Cli;
using Scraper.Storage;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class OutputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("store/scraper.db")]
    [InlineData("store/scraper.db-wal")]
    [InlineData("store/scraper.db-shm")]
    [InlineData("store/../store/./scraper.db")]
    [InlineData("link.db")]
    [InlineData("linked/scraper.db")]
    [InlineData("linked/scraper.db-wal")]
    public void The_store_is_not_written_over_by_whatever_name(string name)
    {
        Directory.CreateDirectory(At("store"));
        File.WriteAllText(At("store/scraper.db"), "the store");
        File.CreateSymbolicLink(At("link.db"), At("store/scraper.db"));
        Directory.CreateSymbolicLink(At("linked"), "store");

        FluentActions.Invoking(() => OutputFile.Open(At(name), new StoreAddress(StorageEngine.Sqlite, At("store/scraper.db"))))
            .Should().Throw<CliException>().Which.Should().Match<CliException>(e => e.ExitCode == 2 && e.Message.Contains("is the store itself"));
        FluentActions.Invoking(() => OutputFile.Open(At("store/scraper.db"), new StoreAddress(StorageEngine.Sqlite, At("linked/scraper.db")))).Should().Throw<CliException>();
        FluentActions.Invoking(() => OutputFile.Open(At("store/scraper.db-wal"), new StoreAddress(StorageEngine.Sqlite, At("link.db")))).Should().Throw<CliException>("the log stands beside the file that the link leads to");

        File.ReadAllText(At("store/scraper.db")).Should().Be("the store");
        File.Exists(At("store/scraper.db-wal")).Should().BeFalse();
    }

    [Fact]
    public void A_link_in_a_circle_is_no_store()
    {
        File.CreateSymbolicLink(At("round"), At("round"));

        FluentActions.Invoking(() => OutputFile.Open(At("round"), new StoreAddress(StorageEngine.Sqlite, At("scraper.db")))).Should().Throw<IOException>();
    }

    private string At(string name) => Path.Combine(_folder, name);
}
