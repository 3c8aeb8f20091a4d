using System.CommandLine;
using Scraper.Core.Sites;

namespace Scraper.Cli;

/// <summary><c>scraper sites schema</c>: the JSON schema of rule files.</summary>
internal static class SitesSchemaCommand
{
    public static Command Create()
    {
        var command = new Command(
            "schema",
            """
            Print the JSON schema of rule files, for editors that complete and check YAML by it.

            Examples:
              scraper sites schema > site-rule.schema.json
            """);
        command.SetAction(_ =>
        {
            Console.Out.Write(SiteSchema.Create());
            return ExitCode.Ok;
        });
        return command;
    }
}
