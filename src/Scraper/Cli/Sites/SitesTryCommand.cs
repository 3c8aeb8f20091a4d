using System.CommandLine;
using Scraper.Core;
using Scraper.Core.Sites;
using Scraper.SiteFiles;

namespace Scraper.Cli;

/// <summary><c>scraper sites try</c>: a rule that is not in force yet, beside today's result.</summary>
internal static class SitesTryCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("RULE") { Description = "The rule file to try." };
        var target = new Argument<string>("URL|FILE") { Description = "An address, a saved page, or - for standard input." };
        var url = UrlOption.Create("--url", "The address of a saved page.");
        var command = new Command(
            "try",
            """
            Read a page by a rule file that is not in force, and show what changes against today's result: lines that
            go with -, lines that come with +; and whether the page is an article by it. Families named by the file are
            found among the rules in force.

            Examples:
              scraper sites try example.com.yaml page.html --url https://example.com/a
              scraper sites try example.com.yaml https://example.com/a

            Exit codes: 0 the rule found the body of an article, 1 it fell back, the page is no article by it, or the file is refused, 2 usage.
            """)
        {
            file, target, url, SettingsOptions.Sites(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.ReadAll(parsed).Options!;
            var inForce = SettingsOptions.Rules(options);
            var rule = Read(parsed.GetRequiredValue(file), inForce);
            var page = await SitePage.ReadAsync(parsed.GetRequiredValue(target), parsed.GetValue(url), options.Fetching, rule, cancellationToken);
            var extractor = new Extractor();
            var trial = new RuleTrial(
                extractor.ExtractHtml(page.Html, page.Context(SiteChoice.ForPage(inForce, page, cancellationToken)), cancellationToken),
                extractor.ExtractHtml(page.Html, page.Context(rule), cancellationToken));
            trial.Print(Console.Out, TextDiff.IsColoured);
            return trial.IsGood ? ExitCode.Ok : ExitCode.SomeFailed;
        });
        return command;
    }

    // The file under trial is believed before all others, so that it may take the place of the rule for its host.
    private static SiteRule Read(string file, SiteRuleSet inForce)
    {
        if (!File.Exists(file))
        {
            throw new CliException($"{file}: no such rule file");
        }

        var reading = SiteRuleReader.Read(SiteRuleFiles.Read(file)[0]);
        foreach (var problem in reading.Problems.Where(p => p.Severity != SiteProblemSeverity.Note))
        {
            Console.Error.WriteLine($"scraper: {problem}");
        }

        if (reading.Rule is null)
        {
            throw new CliException($"{file}: refused", ExitCode.SomeFailed);
        }

        var others = inForce.Rules.Select(r => new SiteRuleReading(r with { Extends = [] }, []));
        return SiteRuleSet.From([reading, .. others]).ByName(reading.Rule.Name)
            ?? throw new CliException($"{file}: extends a family that is not there ({string.Join(", ", reading.Rule.Extends)})", ExitCode.SomeFailed);
    }
}
