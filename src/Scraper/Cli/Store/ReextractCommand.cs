using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Scraper.Hosting;
using Scraper.Reextraction;
using Scraper.Storage;

namespace Scraper.Cli;

/// <summary><c>scraper reextract</c>: the archive, read again by today's rules and model.</summary>
internal static class ReextractCommand
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var site = new Option<string?>("--site") { Description = "Only this site.", HelpName = "NAME" };
        var since = new Option<string?>("--since") { Description = "Only pages fetched at this time or later: 2026-03-01, 2026-03-01T12:00Z, or 7d, 12h ago.", HelpName = "TIME" };
        var rules = new Option<string?>("--rules") { Description = "A folder with site rules, in place of those in the settings.", HelpName = "DIR" };
        var diff = new Option<bool>("--diff") { Description = "Show what the articles that lose most would lose." };
        var apply = new Option<bool>("--apply") { Description = "Store what the pages say now. Without it nothing is written." };
        var force = new Option<bool>("--force") { Description = "Accept a rule that costs a site too much, and worse bodies." };
        var all = new Option<bool>("--all") { Description = "Also pages that today's rules and model have read already." };
        var json = new Option<bool>("--json") { Description = "One JSON object, for machines." };
        var command = new Command(
            "reextract",
            """
            Read the archived pages again by today's rules and model. Nothing is fetched. Without --apply nothing is written.

            Each page counts as same, better (it reads otherwise), worse (the store's own judgement: empty, half the length,
            another language, another text, trust lost), lost (no article any more) or new (an article where none was seen).
            With --apply every changed article gets one extractor revision, in a transaction of its own; worse bodies are left
            unless forced, lost ones always. A run that was cut off goes on where it ended. A site whose median body would lose more than
            20 % is left as it is without --force. --apply needs the store for itself: stop the daemon first.

            Examples:
              scraper reextract --site example --rules my-sites --diff
              scraper reextract --site example --apply
            Exit codes: 0 all good, 1 some pages failed, 2 usage, 6 a site was left because its rule costs too much.
            """)
        {
            site, since, rules, diff, apply, force, all, json, SettingsOptions.Store(), SettingsOptions.Config(), SettingsOptions.Log(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = SettingsOptions.Read(parsed);
            settings = parsed.GetValue(rules) is { } folder ? SettingsOptions.WithFolders(settings with { Sites = [folder] }) : settings;
            var options = new ReextractionOptions
            {
                Site = parsed.GetValue(site),
                Since = PointInTime.Read(parsed.GetValue(since), "--since"),
                All = parsed.GetValue(all),
                Force = parsed.GetValue(force),
            };
            settings.Address.EnsureExists();
            await using var store = await StoreOpening.OpenAsync(parsed, parsed.GetValue(apply) ? StoreAccess.Daemon : StoreAccess.Read, cancellationToken);
            await StoredSite.RequireAsync(store, options.Site, cancellationToken);
            using var host = ScraperHost.Create(settings, store).Build();
            var catalogue = host.Services.GetRequiredService<SiteCatalogue>();
            if (catalogue.HasErrors)
            {
                throw new CliException("a site rule is broken; nothing was read: mend it first");
            }

            var reextractor = new Reextractor(host.Services.GetRequiredService<Pipeline>(), catalogue.Rules, store, TimeProvider.System);
            return await RunAsync(reextractor, options, parsed.GetValue(apply), (parsed.GetValue(diff), parsed.GetValue(json)), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Reextractor reextractor, ReextractionOptions options, bool apply, (bool Diff, bool Json) show, CancellationToken cancellationToken)
    {
        var total = await reextractor.CountAsync(options, cancellationToken);
        var judged = new ReextractionReport();
        var applied = apply ? options.Force ? judged : new ReextractionReport() : null;
        if (applied != judged)
        {
            await WatchedAsync("read", judged, total, reextractor.JudgeAsync(options, judged, cancellationToken));
        }

        IReadOnlyList<SiteCost> refused = options.Force ? [] : [.. judged.Costs.Where(c => c.IsTooMuch)];
        if (applied is not null)
        {
            await WatchedAsync("applied", applied, total, reextractor.ApplyAsync(options, refused.Select(r => r.Site).ToHashSet(StringComparer.Ordinal), applied, cancellationToken));
        }

        var printer = new ReextractPrinter(judged, refused, applied);
        if (show.Json)
        {
            printer.Json(Console.Out);
        }
        else
        {
            printer.Text(Console.Out);
            if (show.Diff)
            {
                printer.Differences(Console.Out, TextDiff.IsColoured);
            }
        }

        foreach (var cost in refused)
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"scraper: {cost.Site}: left as it is: its median body would fall from {cost.MedianBefore:N0} to {cost.MedianAfter:N0} characters; look with --diff, accept with --force"));
        }

        if (judged.Moves.Where(m => !m.HasRule).Sum(m => m.Articles) is > 0 and var orphans)
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"scraper: {orphans:N0} articles {(apply ? "have taken" : "would take")} the name of their host as their site; where rules of yours are meant to read them, name their folder with --rules{(apply ? " and run it again" : string.Empty)}"));
        }

        return refused.Count > 0 ? ExitCode.Refused : judged.Count(ReplayOutcome.Failed) + (applied?.Count(ReplayOutcome.Failed) ?? 0) > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }

    /// <summary>Tells how far the work is, at once and every second, until it has ended in whatever way.</summary>
    private static async Task WatchedAsync(string what, ReextractionReport report, long total, Task work)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            await Task.WhenAny(work, Task.Delay(ProgressEvery));
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{what} {report.Pages:N0} of {total:N0} pages, {report.Pages / Math.Max(watch.Elapsed.TotalSeconds, 0.001):0}/s"));
        }
        while (!work.IsCompleted);
        await work;
    }
}
