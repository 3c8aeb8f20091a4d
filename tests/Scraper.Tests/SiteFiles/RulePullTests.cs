using FluentAssertions;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.SiteFiles;

public sealed class RulePullTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scraper-pull-").FullName;
    private StoreFixture _fixture = null!;

    public async Task InitializeAsync()
    {
        _fixture = await StoreFixture.OpenAsync();
        await PushAsync(new SiteFile("a.yaml", "hosts: [a.com]"), new SiteFile("b.yaml", "hosts: [b.com]"));
        await PushAsync(new SiteFile("a.yaml", "hosts: [a.com, c.com]"));
    }

    public async Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _fixture.DisposeAsync();
    }

    [Fact]
    public async Task Files_of_earlier_versions_are_replaced_and_those_that_went_are_named()
    {
        File.WriteAllText(Path.Combine(_folder, "a.yaml"), "hosts: [a.com]");
        File.WriteAllText(Path.Combine(_folder, "b.yaml"), "hosts: [b.com]");

        (await LostAsync()).Should().BeEmpty();
        RuleRollout.Write(await SetAsync(), _folder).Should().Equal(Path.Combine(_folder, "b.yaml"));
        File.ReadAllText(Path.Combine(_folder, "a.yaml")).Should().Be("hosts: [a.com, c.com]");
    }

    [Fact]
    public async Task What_the_store_has_never_had_is_told_before_it_would_be_lost()
    {
        File.WriteAllText(Path.Combine(_folder, "a.yaml"), "hosts: [a.com] # changed here");
        Directory.CreateDirectory(Path.Combine(_folder, "notes"));
        File.WriteAllText(Path.Combine(_folder, "notes", "todo.txt"), "buy milk");

        (await LostAsync()).Should().Equal("a.yaml", "notes/todo.txt");
    }

    [Fact]
    public async Task Hidden_folders_are_not_looked_into()
    {
        Directory.CreateDirectory(Path.Combine(_folder, ".git", "hooks"));
        File.WriteAllText(Path.Combine(_folder, ".git", "hooks", "config.yaml"), "x: y");

        (await LostAsync()).Should().BeEmpty();
        RuleRollout.Write(await SetAsync(), _folder).Should().BeEmpty();
        File.Exists(Path.Combine(_folder, ".git", "hooks", "config.yaml")).Should().BeTrue();
    }

    private async Task<RuleSet> SetAsync() => (await _fixture.Store.Rules.PullAsync(2, default))!;

    private async Task<IReadOnlyList<string>> LostAsync() => await RulePull.LostAsync(_fixture.Store.Rules, await SetAsync(), _folder, default);

    private Task<int> PushAsync(params SiteFile[] files) => _fixture.Store.Rules.PushAsync(files, StoreFixture.Now, default);
}
