using System.CommandLine;
using System.Text;
using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Cli;

/// <summary><c>scraper sites import</c>: rules of other programs as our YAML.</summary>
internal static class SitesImportCommand
{
    public static Command Create() => new(
        "import",
        """
        Turn the rules of other programs into rule files, and report line by line what was carried, how it was read,
        and what was not.

        Examples:
          scraper sites import ftr ftr-site-config/ --to my-sites/
          scraper sites import miniflux feeds.json --to my-sites/
        """)
    {
        From("ftr", "Files of ftr-site-config (Full-Text RSS, wallabag): a folder, or a file, with which come those beside it that add to it.", Ftr),
        From("miniflux", "Feeds with their rules as Miniflux's API answers GET /v1/feeds: a JSON file.", Miniflux),
    };

    private static Command From(string name, string description, Func<string, IEnumerable<(SiteRule? Rule, IReadOnlyList<SiteProblem> Report)>> read)
    {
        var path = new Argument<string>("PATH") { Description = description };
        var to = new Option<string?>("--to") { Description = "Folder for the rule files; only the report is printed where not given.", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Write over files that are there." };
        var command = new Command(
            name,
            $"""
            {description}

            Exit codes: 0 read, 1 a file was refused or is there already, 2 there is nothing to import.
            """)
        {
            path, to, force,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(path), read, parsed.GetValue(to), parsed.GetValue(force)));
        return command;
    }

    private static int Run(string path, Func<string, IEnumerable<(SiteRule? Rule, IReadOnlyList<SiteProblem> Report)>> read, string? to, bool force)
    {
        var (rules, written, partly, kept, refused) = (0, 0, 0, 0, 0);
        using var output = new StreamWriter(StandardOutput.Open());
        foreach (var (rule, report) in read(path))
        {
            foreach (var line in report)
            {
                output.WriteLine(line);
            }

            partly += report.Any(p => p.Severity != SiteProblemSeverity.Note) ? 1 : 0;
            refused += report.Any(p => p.Severity == SiteProblemSeverity.Error) ? 1 : 0;
            rules += rule is null ? 0 : 1;
            if (rule is null || to is null)
            {
                continue;
            }

            Directory.CreateDirectory(to);
            var file = Path.Combine(to, FileName(rule));
            if (File.Exists(file) && !force)
            {
                if (IsBeside(rule, path) && File.ReadAllText(file) == SiteRuleWriter.Write(rule))
                {
                    // Came with another file of its folder.
                    continue;
                }

                Console.Error.WriteLine($"scraper: {file}: is there already; --force writes over it");
                kept++;
                continue;
            }

            File.WriteAllText(file, SiteRuleWriter.Write(rule), new UTF8Encoding(false));
            written++;
        }

        output.Flush();
        if (rules == 0)
        {
            throw new CliException($"{path}: no rule to import is in it");
        }

        Console.Error.WriteLine($"{written} rule files written, {partly} sources not carried whole, {kept} files left as they were");
        return kept + refused > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> Ftr(string path) => FtrFiles.Import(path).Select(r => (r.Rule, r.Problems));

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> Miniflux(string path)
    {
        var (rules, report) = MinifluxReader.Read(path, SiteRuleFiles.Read(path)[0].Text);
        yield return (null, report);
        foreach (var rule in rules)
        {
            yield return (rule, []);
        }
    }

    /// <summary>Whether a rule is not of the file that was named, but of one beside it that adds to it.</summary>
    private static bool IsBeside(SiteRule rule, string path) => File.Exists(path) && rule.Source != path;

    // A host is a safe file name once the wildcard is gone; anything else in a name is not.
    private static string FileName(SiteRule rule) =>
        string.Concat((rule.Hosts is [var host, ..] ? host.Replace("*.", "_.", StringComparison.Ordinal) : rule.Name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')) + ".yaml";
}
