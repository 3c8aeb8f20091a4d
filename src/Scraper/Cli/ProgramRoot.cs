using System.CommandLine;

namespace Scraper.Cli;

/// <summary>What <c>scraper --help</c> says of the program, whatever commands it was made with.</summary>
internal static class ProgramRoot
{
    /// <summary>The program with some of its commands.</summary>
    /// <param name="commands">The commands.</param>
    public static RootCommand Create(params IEnumerable<Command> commands)
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
            Exit codes: 0 all good, 1 some failed, 2 usage, 3 blocked, 4 not an article, 5 nothing extracted, 6 refused without --force, 130 cancelled, 141 nobody reads the output.
            """)
        {
            // And not the name of the file, which the native start lends to another.
            HelpName = "scraper",
        };
        foreach (var command in commands)
        {
            root.Add(command);
        }

        return root;
    }
}
