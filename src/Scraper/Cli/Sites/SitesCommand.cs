using System.CommandLine;

namespace Scraper.Cli;

/// <summary><c>scraper sites</c>: working on site rules.</summary>
internal static class SitesCommand
{
    public static Command Create() => new(
        "sites",
        """
        List, check and try site rules.

        Examples:
          scraper sites list
          scraper sites lint my-sites/
          scraper sites try example.com.yaml page.html --url https://example.com/a
        """)
    {
        SitesListCommand.Create(),
        SitesLintCommand.Create(),
        SitesTestCommand.Create(),
        SitesExplainCommand.Create(),
        SitesTryCommand.Create(),
        SitesLearnCommand.Create(),
        SitesRepairCommand.Create(),
        SitesTemplateCommand.Create(),
        SitesImportCommand.Create(),
        SitesPushCommand.Create(),
        SitesPullCommand.Create(),
        SitesSchemaCommand.Create(),
    };
}
