using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Scheduling;

public sealed class ArchiveUpkeepTests : IAsyncLifetime
{
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync()
    {
        _fixture = await StoreFixture.OpenAsync();
        await _fixture.SaveAsync(StoreFixture.Page("https://example.com/1", StoreFixture.Words(1, 100)));
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task Pages_that_are_older_than_the_settings_say_go_at_the_start()
    {
        await RunAsync(new ArchiveOptions { MaxDays = 1 });

        (await CountAsync()).Should().Be(0);
        (await _fixture.Store.Articles.ListAsync(new ArticleFilter(), default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Without_a_limit_everything_is_kept()
    {
        await RunAsync(new ArchiveOptions());

        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Of_nodes_that_share_a_store_one_prunes()
    {
        var first = new ThisNode("a", _fixture.Store.Clock);
        await _fixture.Store.Nodes.BeatAsync(first.State("sites"), default);

        await RunAsync(new ArchiveOptions { MaxDays = 1 }, new ThisNode("b", _fixture.Store.Clock));
        (await CountAsync()).Should().Be(1);

        await RunAsync(new ArchiveOptions { MaxDays = 1 }, first);
        (await CountAsync()).Should().Be(0);
    }

    /// <summary>One look of the daemon: it ends in the look that it is in.</summary>
    private async Task RunAsync(ArchiveOptions options, ThisNode? node = null)
    {
        node ??= new ThisNode("a", _fixture.Store.Clock);
        await _fixture.Store.Nodes.BeatAsync(node.State("sites"), default);
        using var upkeep = new ArchiveUpkeep(options, _fixture.Store, node, TimeProvider.System, NullLogger<ArchiveUpkeep>.Instance);
        await upkeep.LookAsync(default);
    }

    private Task<long> CountAsync() => _fixture.Store.Archive.CountAsync(new PageFilter(), default);
}
