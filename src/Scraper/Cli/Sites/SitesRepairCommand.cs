using System.CommandLine;
using System.Globalization;
using Scraper.Core;
using Scraper.Core.Articles;
using Scraper.Core.Sites;
using Scraper.Core.Sites.Learning;
using Scraper.Fetching;
using Scraper.SiteFiles;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper sites repair</c>: what to change in a rule that no longer fits.</summary>
internal static class SitesRepairCommand
{
    private static readonly Extractor Extractor = new();

    public static Command Create()
    {
        var site = new Argument<string>("SITE") { Description = "Name of a rule, or a host." };
        var refetch = new Option<int>("--refetch") { Description = "Stored articles that are fetched again to see them in the new layout.", DefaultValueFactory = _ => 4 };
        var command = new Command(
            "repair",
            """
            Propose how to change a site's rule after its layout has changed: the texts of stored articles are looked for in the
            pages as they are today. What is proposed is tried on those pages and on the archive and shown as a diff; nothing is changed.

            Examples:
              scraper sites repair iranfocus
              scraper sites repair iranfocus --refetch 0      only pages that are in the archive

            Exit codes: 0 shown, or nothing to repair; 1 no repair was found; 2 usage.
            """)
        {
            site, refetch, SettingsOptions.Sites(), SettingsOptions.Store(), SettingsOptions.Config(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = SettingsOptions.ReadAll(parsed).Options!;
            var rules = SettingsOptions.Rules(options);
            var name = parsed.GetRequiredValue(site);
            var rule = SiteChoice.NamedOrOf(rules, name);
            await using var store = await options.Address.OpenAsync(StoreAccess.Read, cancellationToken);
            var (pages, archive) = await PagesAsync(store, rule, parsed.GetValue(refetch), options.Fetching, cancellationToken);
            if (pages.Count == 0)
            {
                await Console.Error.WriteLineAsync($"scraper: {rule.Name}: no stored article is at hand in a newer page; allow some with --refetch");
                return ExitCode.SomeFailed;
            }

            return Show(rule, Own(rule), pages, archive, cancellationToken);
        });
        return command;
    }

    /// <summary>What is at hand, and as many stored articles' pages as are asked for, as they are now.</summary>
    private static async Task<(List<(SitePage Page, Article Old)> New, List<(SitePage Page, Article Old)> Archive)> PagesAsync(IStore store, SiteRule rule, int refetch, FetchOptions fetching, CancellationToken cancellationToken)
    {
        var (pages, archive) = await RepairPages.ReadAsync(store, rule.Name, cancellationToken);
        foreach (var (page, old) in archive.AsEnumerable().Reverse().Take(Math.Max(0, refetch - pages.Count)))
        {
            try
            {
                pages.Add((await SitePage.ReadAsync(page.Url!.AbsoluteUri, null, fetching, rule, cancellationToken), old));
            }
            catch (CliException failed)
            {
                await Console.Error.WriteLineAsync($"scraper: {failed.Message}");
            }
        }

        return (pages, archive);
    }

    private static int Show(SiteRule rule, SiteRule own, List<(SitePage Page, Article Old)> pages, List<(SitePage Page, Article Old)> archive, CancellationToken cancellationToken)
    {
        var today = pages.Select(p => Extractor.ExtractHtml(p.Page.Html, p.Page.Context(rule), cancellationToken)).ToList();
        var examples = pages.Select(p =>
        {
            var read = Extractor.ExtractHtml(p.Page.Html, new PageContext { Url = p.Page.Url }, cancellationToken).Article;
            return ExamplePage.Of(p.Page.Html, p.Old with { Blocks = read.Blocks }, p.Old.Text, cancellationToken);
        }).ToList();
        var repair = RuleRepair.Propose(rule, examples, today);
        var now = today.Zip(pages).Average(p => TextLikeness.WordF1(p.Second.Old.Text, p.First.Article.Text));
        if (repair.IsEmpty)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Name}: nothing to propose; on {pages.Count} newer pages the rule gives the stored texts with word F1 {now:0.000}"));
            foreach (var field in Filled(rule, today))
            {
                Console.Out.WriteLine($"  {Core.Labelling.Names.Of(field)}: the rule's selectors find nothing on these pages; it comes from their own metadata, as stored");
            }

            return now >= 0.98 ? ExitCode.Ok : ExitCode.SomeFailed;
        }

        var (repaired, until) = (repair.Apply(rule, rule), (DateOnly?)null);
        var kept = Kept(archive, rule, repaired, cancellationToken);
        if (kept < archive.Count && archive.Max(a => a.Old.PublishedAt?.Value) is { } last)
        {
            // Pages of the archive need the old layout: it stays for them, dated.
            until = DateOnly.FromDateTime(last.UtcDateTime);
        }

        Console.Out.WriteLine($"Proposed for {rule.Name}; nothing was changed.");
        TextDiff.Print(Lines(own), Lines(repair.Apply(own, rule, until)), Console.Out, TextDiff.IsColoured);
        foreach (var (what, why) in Reasons(repair))
        {
            Console.Out.WriteLine($"  {what}: {why}");
        }

        var then = pages.Average(p => TextLikeness.WordF1(p.Old.Text, Extractor.ExtractHtml(p.Page.Html, p.Page.Context(repaired), cancellationToken).Article.Text));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Count} newer pages: word F1 {now:0.000} by today's rule, {then:0.000} by the proposed one"));
        Console.Out.WriteLine($"{archive.Count} archived pages: {kept} come out as they do by today's rule{(until is null ? string.Empty : $"; for the others the old layout is kept until {until:yyyy-MM-dd}")}");
        return then > now || then >= 0.98 ? ExitCode.Ok : ExitCode.SomeFailed;
    }

    /// <summary>Fields whose selectors all miss on all pages though the articles have them.</summary>
    private static IEnumerable<SiteField> Filled(SiteRule rule, List<Extraction> today) =>
        from field in (SiteField[])[SiteField.Title, SiteField.Author, SiteField.Date]
        let key = Core.Labelling.Names.Of(field)
        where rule.Layouts.Any(l => l.Selectors(field).Count > 0)
            && today.TrueForAll(t => t.Rule is { } report && !report.Counts.Any(c => c.Key == key && c.Hits > 0))
            && today.Exists(t => field switch
            {
                SiteField.Title => t.Article.Title.Length > 0,
                SiteField.Author => t.Article.Authors.Count > 0,
                _ => t.Article.PublishedAt is not null,
            })
        select field;

    private static int Kept(List<(SitePage Page, Article Old)> archive, SiteRule rule, SiteRule repaired, CancellationToken cancellationToken) => archive.Count(a =>
        ArticleLines.Of(Extractor.ExtractHtml(a.Page.Html, a.Page.Context(rule), cancellationToken))
            .SequenceEqual(ArticleLines.Of(Extractor.ExtractHtml(a.Page.Html, a.Page.Context(repaired), cancellationToken)), StringComparer.Ordinal));

    private static IEnumerable<(string What, string Why)> Reasons(RuleRepair repair)
    {
        if (repair.Body is { } body)
        {
            yield return ($"body {body.Expression}", body.Why);
        }

        foreach (var (field, selector) in repair.Fields)
        {
            yield return ($"{Core.Labelling.Names.Of(field)} {selector.Expression}", selector.Why);
        }

        foreach (var strip in repair.Strips.Concat(repair.Lines))
        {
            yield return ($"{Core.Labelling.Names.Of(strip.Label)} {strip.Expression}", strip.Why);
        }

        if (repair.DropsCutAfter)
        {
            yield return ("cut_after", "its line now stands amid the text");
        }
    }

    /// <summary>The rule as its own file says it, without its families.</summary>
    private static SiteRule Own(SiteRule rule) =>
        File.Exists(rule.Source) && SiteRuleReader.Read(SiteRuleFiles.Read(rule.Source)[0]).Rule is { } own ? own : rule;

    private static string[] Lines(SiteRule rule) => SiteRuleWriter.Write(rule).Split('\n');
}
