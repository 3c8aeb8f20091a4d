using System.CommandLine;
using Scraper.SiteFiles;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites pull</c>: rule files that are kept in the store, into a folder.</summary>
internal static class SitesPullCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder; rule files in it that the version does not have are removed, and named." };
        var version = new Option<int?>("--version") { Description = "Which version; the last where not given.", HelpName = "NUMBER" };
        var force = new Option<bool>("--force") { Description = "Also remove and write over rule files that the store has never kept as they are." };
        var command = new Command(
            "pull",
            """
            Write the rule files that 'sites push' has kept in the store into a folder. Where a rule file there would be removed
            or written over that no version in the store has as it is, nothing is written and the files are named.

            Examples:
              scraper sites pull my-sites
              scraper sites pull my-sites --version 3

            Exit codes: 0 written, 1 there is no such version, a file would be lost, or the store cannot be read.
            """)
        {
            folder, version, force, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction((parsed, cancellationToken) => PullAsync(parsed, parsed.GetValue(folder)!, parsed.GetValue(version), parsed.GetValue(force), cancellationToken));
        return command;
    }

    private static async Task<int> PullAsync(ParseResult parsed, string folder, int? version, bool isForced, CancellationToken cancellationToken)
    {
        await using var store = await SettingsOptions.Store(parsed).OpenAsync(StoreAccess.Read, cancellationToken);
        var wanted = version ?? await store.Rules.VersionAsync(cancellationToken);
        if (await store.Rules.PullAsync(wanted, cancellationToken) is not { } set)
        {
            Console.Error.WriteLine(wanted == 0 ? "scraper: the store keeps no rules; 'scraper sites push DIR' puts them there" : $"scraper: the store keeps no version {wanted} of the rules");
            return ExitCode.SomeFailed;
        }

        Directory.CreateDirectory(folder);
        if (!isForced && await RulePull.LostAsync(store.Rules, set, folder, cancellationToken) is { Count: > 0 } lost)
        {
            foreach (var path in lost)
            {
                Console.Error.WriteLine($"scraper: {TerminalText.OneLine(Path.Combine(folder, path))}: would be lost; no version in the store has it as it is");
            }

            Console.Error.WriteLine($"scraper: {folder}: nothing was written; 'scraper sites push' keeps what is there, another folder spares it, --force lets it go");
            return ExitCode.SomeFailed;
        }

        foreach (var path in RuleRollout.Write(set, folder))
        {
            Console.Out.WriteLine($"removed {TerminalText.OneLine(path)}");
        }

        Console.Out.WriteLine($"version {set.Version}: {set.Files.Count} files");
        return ExitCode.Ok;
    }
}
