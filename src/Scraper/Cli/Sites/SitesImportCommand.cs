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
        Turn the rules of other programs and lists of feeds into rule files, and report line by line what was carried,
        how it was read, and what was not. A list of feeds gives a rule a site, with its feeds and a schedule.

        Examples:
          scraper sites import opml subscriptions.opml --to my-sites/
          scraper sites import feeds addresses.txt --to my-sites/
          scraper sites import ftr ftr-site-config/ --to my-sites/
          scraper sites import miniflux feeds.json --to my-sites/
        """)
    {
        From("opml", "Subscriptions as feed readers export them: an OPML file, or - for standard input.", Opml),
        From("feeds", "A list of feeds, an address a line: a file, or - for standard input.", Feeds),
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
        var (rules, written, scheduled, partly, kept, refused) = (0, 0, 0, 0, 0, 0);
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
            scheduled += rule.Schedule is null ? 0 : 1;
        }

        output.Flush();
        if (rules == 0)
        {
            throw new CliException($"{path}: no rule to import is in it");
        }

        Console.Error.WriteLine($"{written} rule files written, {partly} sources not carried whole, {kept} files left as they were{(scheduled > 0 ? $"; to visit these sites: scraper run --sites {to}" : string.Empty)}");
        return kept + refused > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> Ftr(string path) => FtrFiles.Import(path).Select(r => (r.Rule, r.Problems));

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> Miniflux(string path) => AfterTheirReport(MinifluxReader.Read(path, SiteRuleFiles.Read(path)[0].Text));

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> Opml(string path) => AfterTheirReport(OpmlReader.Read(path, PageFile.Read(path).Body));

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> Feeds(string path) => AfterTheirReport(FeedListReader.Read(path, Encoding.UTF8.GetString(PageFile.Read(path).Body)));

    private static IEnumerable<(SiteRule?, IReadOnlyList<SiteProblem>)> AfterTheirReport((IReadOnlyList<SiteRule> Rules, IReadOnlyList<SiteProblem> Report) read) =>
        [(null, read.Report), .. read.Rules.Select(rule => ((SiteRule?)rule, (IReadOnlyList<SiteProblem>)[]))];

    /// <summary>Whether a rule is not of the file that was named, but of one beside it that adds to it.</summary>
    private static bool IsBeside(SiteRule rule, string path) => File.Exists(path) && rule.Source != path;

    // A host is a safe file name once the wildcard is gone; anything else in a name is not.
    private static string FileName(SiteRule rule) =>
        string.Concat((rule.Hosts is [var host, ..] ? host.Replace("*.", "_.", StringComparison.Ordinal) : rule.Name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')) + ".yaml";
}
