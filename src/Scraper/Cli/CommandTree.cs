using System.CommandLine;

namespace Scraper.Cli;

/// <summary>All commands; a new one is one line here.</summary>
internal static class CommandTree
{
    public static RootCommand Create() => new(
        """
        Strips the boilerplate off article pages and keeps the clean text.

        Examples:
          scraper demo                         five fixture sites, cleaned and stored, offline
          scraper clean page.html              one saved page
          scraper fetch https://example.com/a  one page from the network
          scraper run                          the daemon

        Results go to standard output, everything else to standard error.
        Exit codes: 0 all good, 1 some failed, 2 usage, 3 blocked, 4 not an article, 5 nothing extracted, 6 refused without --force, 130 cancelled.
        """)
    {
        RunCommand.Create(),
        FetchCommand.Create(),
        CleanCommand.Create(),
        RobotsCommand.Create(),
        FeedCommand.Create(),
        CheckAddressCommand.Create(),
        SitesCommand.Create(),
        StatusCommand.Create(),
        DoctorCommand.Create(),
        McpCommand.Create(),
        ArticlesCommand.Create(),
        ReextractCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        DbCommand.Create(),
        ConfigCommand.Create(),
        ServiceCommand.Create(),
        DemoCommand.Create(),
    };
}
