using System.CommandLine;
using Scraper.SiteFiles;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites pull</c>: rule files that are kept in the store, into a folder.</summary>
internal static class SitesPullCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; rule files in it that the version does not have are removed." };
        var version = new Option<int?>("--version") { Description = "Which version; the last where not given.", HelpName = "NUMBER" };
        var command = new Command(
            "pull",
            """
            Write the rule files that 'sites push' has kept in the store into a folder.

            Examples:
              scraper sites pull my-sites
              scraper sites pull my-sites --version 3

            Exit codes: 0 written, 1 there is no such version or the store cannot be read.
            """)
        {
            folder, version, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction((parsed, cancellationToken) => PullAsync(parsed, parsed.GetValue(folder)!, parsed.GetValue(version), cancellationToken));
        return command;
    }

    private static async Task<int> PullAsync(ParseResult parsed, string folder, int? version, CancellationToken cancellationToken)
    {
        await using var store = await SettingsOptions.Store(parsed).OpenAsync(StoreAccess.Read, cancellationToken);
        var wanted = version ?? await store.Rules.VersionAsync(cancellationToken);
        if (await store.Rules.PullAsync(wanted, cancellationToken) is not { } set)
        {
            Console.Error.WriteLine(wanted == 0 ? "scraper: the store keeps no rules; 'scraper sites push DIR' puts them there" : $"scraper: the store keeps no version {wanted} of the rules");
            return ExitCode.SomeFailed;
        }

        Directory.CreateDirectory(folder);
        RuleRollout.Write(set, folder);
        Console.Out.WriteLine($"version {set.Version}: {set.Files.Count} files");
        return ExitCode.Ok;
    }
}
