using Scraper.Core.Sites;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Storage.Revisions;

namespace Scraper.Reextraction;

/// <summary>
/// Reads the archive again by today's rules and model, along the same route as the daemon from "decode" on. Streams: memory
/// does not grow with the archive.
/// </summary>
/// <param name="pipeline">The route.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
internal sealed class Reextractor(Pipeline pipeline, SiteRuleSet rules, IStore store, TimeProvider time)
{
    /// <summary>How many pages there are to read, those read already included.</summary>
    public Task<long> CountAsync(ReextractionOptions options, CancellationToken cancellationToken) => store.Archive.CountAsync(Filter(options), cancellationToken);

    /// <summary>Reads every page and writes nothing.</summary>
    public Task JudgeAsync(ReextractionOptions options, ReextractionReport report, CancellationToken cancellationToken) =>
        JudgeAsync(options, report, _ => { }, cancellationToken);

    /// <summary>
    /// Reads every page and writes what it says now, in one transaction a page. What is written carries today's version, so a
    /// run that was cut off goes on where it ended.
    /// </summary>
    /// <param name="options">Which pages.</param>
    /// <param name="refused">Names of the sites that are left as they are.</param>
    /// <param name="report">What comes of each page.</param>
    /// <param name="cancellationToken">Ends the run between two pages; what is being written is finished.</param>
    public Task ApplyAsync(ReextractionOptions options, IReadOnlySet<string> refused, ReextractionReport report, CancellationToken cancellationToken) =>
        EachAsync(options, report, (replay, cancel) => refused.Contains(replay.Page.Site) ? Task.CompletedTask : WriteAsync(replay, options.Force, report, cancel), cancellationToken);

    /// <summary>Reads every page, writes nothing, and gives each as it is done, in no order.</summary>
    public Task JudgeAsync(ReextractionOptions options, ReextractionReport report, Action<PageReplay> see, CancellationToken cancellationToken) =>
        EachAsync(
            options,
            report,
            (replay, _) =>
            {
                see(replay);
                return Task.CompletedTask;
            },
            cancellationToken);

    private static PageFilter Filter(ReextractionOptions options) => new() { Site = options.Site, Since = options.Since, Rereadable = true, Newest = options.Newest };

    private Task EachAsync(ReextractionOptions options, ReextractionReport report, Func<PageReplay, CancellationToken, Task> act, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            store.Archive.ReadAsync(Filter(options), cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken },
            async (page, cancel) =>
            {
                var replay = await ReplayAsync(page, options.All, cancel);
                await act(replay, cancel);
                report.Add(replay);
            });

    private async Task<PageReplay> ReplayAsync(StoredPage page, bool all, CancellationToken cancellationToken)
    {
        var raw = ArchivedPages.Raw(page.Page);
        var rule = ArchivedPages.RuleOf(page, rules);
        var site = rule?.Name ?? UrlHost.Of(raw.RequestedUrl);
        if (!all && page.Site == site && page.Extractor == await pipeline.VersionOfAsync(raw.FinalUrl, rule, site, cancellationToken))
        {
            return new PageReplay(page, ReplayOutcome.Skipped);
        }

        var before = page is { IsCurrent: true, ArticleId: { } id }
            ? (await store.Articles.FindAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken))?.Article
            : null;
        var journey = await pipeline.ReadAsync(raw, rule, new ArchivedPages(page.Page.Parts), cancellationToken);
        var (outcome, detail) = (before, journey.Outcome) switch
        {
            (_, { Kind: PageOutcomeKind.Failed } failed) => (ReplayOutcome.Failed, failed.Detail),
            (null, null) => (ReplayOutcome.New, null),
            (null, { } refusal) => (ReplayOutcome.Same, refusal.ToString()),
            (_, { } refusal) => (ReplayOutcome.Lost, refusal.ToString()),
            _ when journey.Missing is { } missing && journey.Article!.Text.Length < before.Text.Length => (ReplayOutcome.Incomplete, $"{missing} is not in the archive"),
            _ when !Clock.HasChanged(before, journey.Article!) => (ReplayOutcome.Same, null),
            _ => Regression.Find(before, journey.Article!) is { } worse ? (ReplayOutcome.Worse, worse) : (ReplayOutcome.Better, null),
        };
        return new PageReplay(page, outcome, detail, before, journey);
    }

    private async Task WriteAsync(PageReplay replay, bool force, ReextractionReport report, CancellationToken cancellationToken)
    {
        switch (replay)
        {
            case { Outcome: ReplayOutcome.New, Journey: { } journey }:
                var kept = await pipeline.KeepAsync(journey, cancellationToken);
                if (Enum.TryParse<SaveOutcome>(kept.Outcome.Kind.ToString(), out var outcome))
                {
                    report.Add(outcome);
                }

                break;
            case { Outcome: ReplayOutcome.Same or ReplayOutcome.Better, Before: not null }:
            case { Outcome: ReplayOutcome.Worse } when force:
                var saved = await store.Articles.ReplaceExtractionAsync(
                    replay.Page.ArticleId!.Value, replay.Journey!.Article!, replay.Journey.Extractor, force, replay.Page.Id, time.GetUtcNow(), cancellationToken);
                report.Add(saved.Outcome);
                break;
            default:
                break;
        }
    }
}
