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
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand(
            """
            Strips the boilerplate off article pages and keeps the clean text.

            Examples:
              scraper demo                         five fixture sites, cleaned and stored, offline
              scraper clean page.html              one saved page
              scraper fetch https://example.com/a  one page from the network
              scraper run                          the daemon

            Results go to standard output, everything else to standard error.
            Exit codes: 0 all good, 1 some failed, 2 usage, 3 blocked, 4 not an article, 5 nothing extracted, 6 refused without --force, 130 cancelled.
            """);
        if (args is [var name, ..] && Array.Find(Commands, c => c.Name == name) is { Create: { } only })
        {
            root.Add(only());
            return root;
        }

        foreach (var (_, create) in Commands)
        {
            root.Add(create());
        }

        return root;
    }
}
