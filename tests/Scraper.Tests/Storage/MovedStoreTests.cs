using FluentAssertions;
using Scraper.Storage;
using Scraper.Storage.Sqlite;
using Xunit;

namespace Scraper.Tests.Storage;

/// <summary>A file that goes away under an open store. On Windows an open file stays where it is.</summary>
public sealed class MovedStoreTests
{
    [Theory]
    [InlineData("removed")]
    [InlineData("replaced")]
    [InlineData("folder moved")]
    public async Task A_store_whose_file_is_no_longer_at_its_path_takes_no_page_and_is_not_ready(string how)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("scraper-moved-").FullName;
        var path = Path.Combine(folder, "store", "scraper.db");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var store = await SqliteStore.OpenAsync(path, StoreAccess.Daemon, default))
        {
            await store.Articles.SaveAsync(StoreFixture.Page("https://example.com/1", StoreFixture.Words(1, 60)), default);
            await MoveAsync(how, path);

            var save = () => store.Articles.SaveAsync(StoreFixture.Page("https://example.com/2", StoreFixture.Words(2, 60)), default);
            var probe = () => store.Care.ProbeAsync(default);

            (await save.Should().ThrowAsync<StoreException>()).Which.Message.Should().StartWith("The store's file is no longer there").And.Contain(path);
            (await probe.Should().ThrowAsync<StoreException>()).Which.Fault.Should().Be(StoreFault.Missing);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_store_that_is_put_back_goes_on()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var fixture = await StoreFixture.OpenAsync();
        File.Move(fixture.Path, fixture.Path + ".away");
        await FluentActions.Awaiting(() => fixture.Store.Care.ProbeAsync(default)).Should().ThrowAsync<StoreException>();

        File.Move(fixture.Path + ".away", fixture.Path);
        await fixture.SaveAsync(StoreFixture.Page("https://example.com/1", StoreFixture.Words(1, 60)));

        (await fixture.Store.Articles.FindAsync("https://example.com/1", default)).Should().NotBeNull();
    }

    private static async Task MoveAsync(string how, string path)
    {
        switch (how)
        {
            case "removed":
                File.Delete(path);
                break;
            case "replaced":
                await (await SqliteStore.OpenAsync(path + ".other", StoreAccess.Write, default)).DisposeAsync();
                File.Move(path + ".other", path, overwrite: true);
                break;
            default:
                var folder = Path.GetDirectoryName(path)!;
                Directory.Move(folder, folder + ".old");
                Directory.CreateDirectory(folder);
                break;
        }
    }
}
