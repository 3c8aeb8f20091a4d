using System.CommandLine;
using System.Text.Json;
using Scraper.Core;
using Scraper.Core.Sites;

namespace Scraper.Cli;

/// <summary><c>scraper sites explain</c>: every block of a page, its label, and the line of the rule that gave it.</summary>
internal static class SitesExplainCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("URL|FILE") { Description = "An address, a saved page, or - for standard input." };
        var site = new Option<string?>("--site") { Description = "Name of the rule; by default the one for the page's address." };
        var url = UrlOption.Create("--url", "The address of a saved page.");
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command(
            "explain",
            """
            Show every block of a page with its label and what gave it, as a tree, then each selector's hits.

            Examples:
              scraper sites explain page.html --url https://example.com/a
              scraper sites explain page.html --site wordpress --json
            """)
        {
            target, site, url, json, SettingsOptions.Sites(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.ReadAll(parsed).Options!;
            var rules = SettingsOptions.Rules(options);
            var named = parsed.GetValue(site) is { } name ? SiteChoice.Named(rules, name) : null;
            var from = parsed.GetValue(url);
            var asked = named ?? SiteChoice.ForTarget(rules, parsed.GetRequiredValue(target));
            var page = await SitePage.ReadAsync(parsed.GetRequiredValue(target), from, options.Fetching, asked, cancellationToken);
            var rule = named ?? SiteChoice.ForPage(rules, page, cancellationToken);
            var extraction = new Extractor().ExtractHtml(page.Html, page.Context(rule), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(ExplainJson(extraction, rule), SitesJson.Options));
            }
            else
            {
                BlockTreePrinter.Print(extraction.Article.Blocks, Console.Out);
                RuleReportPrinter.Print(extraction.Rule, Console.Out);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static object ExplainJson(Extraction extraction, SiteRule? rule) => new
    {
        Rule = rule?.Name,
        extraction.Rule?.FellBack,
        extraction.Rule?.Rejected,
        Selectors = extraction.Rule?.Counts,
        extraction.Rule?.Fields,
        Blocks = extraction.Article.Blocks.Select(b => new
        {
            b.Block.Text,
            b.Verdict.Label,
            Reason = new { b.Verdict.Reason.Kind, b.Verdict.Reason.Detail, b.Verdict.Reason.Confidence },
            Path = string.Join(" > ", BlockTreePrinter.Path(b.Block).Select(BlockTreePrinter.Name)),
        }),
    };
}
