using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Cli;

/// <summary><c>scraper sites lint</c>: everything that is wrong with rule files.</summary>
internal static class SitesLintCommand
{
    public static Command Create()
    {
        var path = new Argument<string?>("PATH") { Description = "A rule file or a folder of them (YAML, or ftr-site-config); the shipped rules where not given.", Arity = ArgumentArity.ZeroOrOne };
        var notes = new Option<bool>("--notes") { Description = "Print notes too: how each directive was read, which of two families is believed." };
        var strict = new Option<bool>("--strict") { Description = "Fail on warnings as well." };
        var json = new Option<bool>("--json") { Description = "A line of JSON a problem." };
        var command = new Command(
            "lint",
            """
            Check rule files: unknown keys (with the one you meant), selectors and patterns that do not compile or will
            break, hosts claimed twice, families that run in a circle, files that say the same.

            Examples:
              scraper sites lint
              scraper sites lint my-sites/ --strict
              scraper sites lint ftr-site-config/ --json

            Exit codes: 0 no errors, 1 a file is refused (with --strict: or has a warning), 2 no such path.
            """)
        {
            path, notes, strict, json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(path) ?? SiteFolders.Shipped, parsed.GetValue(notes), parsed.GetValue(strict), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, bool notes, bool strict, bool json)
    {
        if (!Path.Exists(path))
        {
            throw CliException.NoSuchPath(path);
        }

        var start = Stopwatch.GetTimestamp();
        var lint = SiteLinter.Lint(SiteRuleFiles.Read(path), ShippedFamilies.Read());
        using var output = new StreamWriter(StandardOutput.Open());
        foreach (var problem in lint.Problems.Where(p => notes || p.Severity != SiteProblemSeverity.Note))
        {
            output.WriteLine(json ? JsonSerializer.Serialize(problem, SitesJson.Options) : problem.ToString());
        }

        output.Flush();
        var (errors, warnings) = (Count(SiteProblemSeverity.Error), Count(SiteProblemSeverity.Warning));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{lint.Files} files, {lint.Whole} whole ({(lint.Files == 0 ? 1 : (double)lint.Whole / lint.Files):P1}), {lint.Refused} refused; {errors} errors, {warnings} warnings, {Count(SiteProblemSeverity.Note)} notes; {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"));
        return errors > 0 || (strict && warnings > 0) ? ExitCode.SomeFailed : ExitCode.Ok;

        int Count(SiteProblemSeverity severity) => lint.Problems.Count(p => p.Severity == severity);
    }
}
