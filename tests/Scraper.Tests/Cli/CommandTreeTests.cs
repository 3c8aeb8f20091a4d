using System.Text.RegularExpressions;
using FluentAssertions;
using Scraper.Cli;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Cli;

public sealed partial class CommandTreeTests
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

    [Fact]
    public void Every_command_that_a_message_recommends_is_there()
    {
        var sources = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src", "Scraper"), "*.cs", SearchOption.AllDirectories);
        var recommended = sources.SelectMany(f => Recommended().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value.Split(' ')).ToList();
        recommended.Should().HaveCountGreaterThan(10);

        foreach (var words in recommended)
        {
            var command = CommandTree.Create().Subcommands.SingleOrDefault(c => c.Name == words[0]);
            command.Should().NotBeNull(words[0]);
            if (words.Length > 1 && command!.Subcommands.Count > 0)
            {
                command.Subcommands.Select(c => c.Name).Should().Contain(words[1]);
            }
        }
    }

    [GeneratedRegex(@"'scraper ([a-z]+( [a-z]+)?)\b")]
    private static partial Regex Recommended();

    [Theory]
    [InlineData("--help")]
    [InlineData("claen")]
    public void A_line_that_begins_with_no_command_knows_all(string first) =>
        CommandTree.Create([first]).Subcommands.Should().HaveCount(CommandTree.Commands.Length);
}
