using System.CommandLine;

namespace Scraper.Cli;

/// <summary>All commands; a new one is one line here.</summary>
internal static class CommandTree
{
    /// <summary>Each command by the name that its own definition has.</summary>
    internal static (string Name, Func<Command> Create)[] Commands { get; } =
    [
        ("run", RunCommand.Create),
        ("fetch", FetchCommand.Create),
        ("clean", CleanCommand.Create),
        ("robots", RobotsCommand.Create),
        ("feed", FeedCommand.Create),
        ("check-address", CheckAddressCommand.Create),
        ("sites", SitesCommand.Create),
        ("status", StatusCommand.Create),
        ("doctor", DoctorCommand.Create),
        ("mcp", McpCommand.Create),
        ("articles", ArticlesCommand.Create),
        ("reextract", ReextractCommand.Create),
        ("import", ImportCommand.Create),
        ("export", ExportCommand.Create),
        ("db", DbCommand.Create),
        ("config", ConfigCommand.Create),
        ("service", ServiceCommand.Create),
        ("demo", DemoCommand.Create),
    ];

    /// <summary>All commands.</summary>
    public static RootCommand Create() => Create([]);

    /// <summary>What a command line needs of them: the command that it begins with is made alone, since a start waits for every one that is made.</summary>
    /// <param name="args">The command line.</param>
    public static RootCommand Create(string[] args) =>
        args is [var name, ..] && Array.Find(Commands, c => c.Name == name) is { Create: { } only }
            ? ProgramRoot.Create(only())
            : ProgramRoot.Create([.. Commands.Select(c => c.Create())]);
}
