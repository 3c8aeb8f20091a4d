using FluentAssertions;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.EndToEnd;

/// <summary>Rules of one's own that extend a family which comes with the program.</summary>
public sealed class OwnFamilyTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lint")]
    [InlineData("push")]
    public async Task A_rule_that_extends_a_shipped_family_is_accepted(string command)
    {
        _folder.Write("my-sites/example.yaml", "hosts: [example.com]\nextends: [wordpress]\nselect:\n  body: .my-text\n");

        var result = await ScraperProcess.RunAsync(_folder.Path, "sites", command, "my-sites");

        result.Exit.Should().Be(0, result.Output + result.Error);
        (result.Output + result.Error).Should().NotContain("extends");
        (result.Output + result.Error).Should().Contain("1 files", "only the files that were asked for are looked over");
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("push")]
    public async Task One_that_extends_a_family_that_nobody_has_is_refused_with_the_one_that_was_meant(string command)
    {
        _folder.Write("my-sites/example.yaml", "hosts: [example.com]\nextends: [wordpres]\nselect:\n  body: .my-text\n");

        var result = await ScraperProcess.RunAsync(_folder.Path, "sites", command, "my-sites");

        result.Exit.Should().Be(1);
        (result.Output + result.Error).Should().Contain("no rule is named \"wordpres\"; did you mean \"wordpress\"?");
    }

    [Fact]
    public async Task The_example_of_every_key_in_the_read_me_passes_its_own_lint()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "src", "Scraper", "sites", "README.md"));
        _folder.Write("my-sites/example.yaml", readme[readme.IndexOf("## Every key", StringComparison.Ordinal)..].Split("```")[1]["yaml".Length..]);

        var result = await ScraperProcess.RunAsync(_folder.Path, "sites", "lint", "my-sites", "--strict");

        result.Exit.Should().Be(0, result.Output + result.Error);
    }
}
