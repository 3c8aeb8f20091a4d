using FluentAssertions;
using Scraper.Cli;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed class CommandTreeTests
{
    [Fact]
    public void Every_command_is_made_alone_under_the_name_that_it_has_among_all()
    {
        var all = CommandTree.Create().Subcommands.Select(c => c.Name).ToList();
        all.Should().HaveCountGreaterThan(10).And.Equal(CommandTree.Commands.Select(c => c.Name));

        foreach (var name in all)
        {
            CommandTree.Create([name, "--help"]).Subcommands.Should().ContainSingle().Which.Name.Should().Be(name);
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("claen")]
    public void A_line_that_begins_with_no_command_knows_all(string first) =>
        CommandTree.Create([first]).Subcommands.Should().HaveCount(CommandTree.Commands.Length);
}
