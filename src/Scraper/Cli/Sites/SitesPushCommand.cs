using System.CommandLine;
using Scraper.Core.Sites;
using Scraper.SiteFiles;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites push</c>: rule files into the store, for all nodes.</summary>
internal static class SitesPushCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of rule files." };
        var command = new Command(
            "push",
            """
            Keep the rule files of a folder in the store, as its next version. Daemons that run with "--sites store:"
            take it over within seconds, on every node. A folder with an error is refused, and an empty one. Earlier versions stay:
            'sites pull' brings one back.

            Examples:
              scraper sites push my-sites
              scraper run --sites store:
              scraper sites pull my-sites --version 3

            Exit codes: 0 kept, 1 a file has an error or the store cannot be written, 2 no such folder.
            """)
        {
            folder, SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction((parsed, cancellationToken) => PushAsync(parsed, parsed.GetValue(folder)!, cancellationToken));
        return command;
    }

    private static async Task<int> PushAsync(ParseResult parsed, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new CliException($"{folder}: no such folder");
        }

        var files = SiteRuleFiles.Read(folder);
        if (files.Count == 0)
        {
            throw new CliException($"{folder}: no rule file (.yaml, .yml, .txt) is in it; nothing was pushed", ExitCode.SomeFailed);
        }

        var errors = SiteLinter.Lint(files, ShippedFamilies.Read()).Problems.Where(p => p.Severity == SiteProblemSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            errors.ForEach(e => Console.Error.WriteLine($"scraper: {e}"));
            Console.Error.WriteLine($"scraper: {folder}: nothing was pushed");
            return ExitCode.SomeFailed;
        }

        await using var store = await StoreOpening.OpenAsync(SettingsOptions.Store(parsed), StoreAccess.Write, cancellationToken);
        var version = await store.Rules.PushAsync(
            [.. files.Select(f => f with { Path = Path.GetRelativePath(folder, f.Path).Replace('\\', '/') })], store.Clock.GetUtcNow(), cancellationToken);
        Console.Out.WriteLine($"version {version}: {files.Count} files");
        return ExitCode.Ok;
    }
}
