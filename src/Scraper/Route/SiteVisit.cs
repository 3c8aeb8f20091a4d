using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>What came of one visit to a site.</summary>
/// <param name="Site">Its name.</param>
/// <param name="Sources">How each feed, sitemap and front page went.</param>
/// <param name="Found">Article URLs that the sources named.</param>
/// <param name="Pages">Pages dealt with, by how they ended.</param>
public sealed record SiteVisit(
    string Site, IReadOnlyList<SourceOutcome> Sources, int Found, IReadOnlyDictionary<PageOutcomeKind, int> Pages)
{
    /// <summary>How the visit went as a whole. A page that is gone or no article is no failure.</summary>
    public SiteRunOutcome Outcome
    {
        get
        {
            var wrongSources = Sources.Count(IsWrong);
            var failed = Count(PageOutcomeKind.Failed);
            return (wrongSources, failed) switch
            {
                (0, 0) => SiteRunOutcome.Succeeded,
                _ when wrongSources == Sources.Count && Pages.Values.Sum() == failed => SiteRunOutcome.Failed,
                _ => SiteRunOutcome.PartlyFailed,
            };
        }
    }

    /// <summary>Pages that ended in a way.</summary>
    /// <param name="kind">The way.</param>
    public int Count(PageOutcomeKind kind) => Pages.GetValueOrDefault(kind);

    /// <summary>Everything that went wrong with the sources, one line each.</summary>
    public IEnumerable<string> SourceErrors => Sources.Where(IsWrong).Select(s => $"{s.Url}: {Describe(s)}");

    /// <summary>What is to be said of sources that did not fail: what is wrong in spite of that, or why they were not asked; one line each.</summary>
    public IEnumerable<string> SourceNotes =>
        Sources.Where(s => s.GaveWay || s.Note is not null).Select(s => $"{s.Url}: {s.Note ?? "gave way to a page that was left over"}");

    /// <summary>The visit in one line, for people.</summary>
    public override string ToString()
    {
        var pages = Pages.Where(p => p.Value > 0).OrderBy(p => p.Key).Select(p => $"{p.Value} {p.Key}").ToList();
        // Patterns that leave nothing look like a site that has nothing. An index names sources, and these have been read.
        var named = Sources.Where(s => !s.IsIndex).Sum(s => s.Found);
        var found = Found == 0 && named > 0 ? $"0 found of {named} links named" : $"{Found} found";
        return $"{found}, {(pages.Count == 0 ? "nothing new" : string.Join(", ", pages))}";
    }

    private static bool IsWrong(SourceOutcome source) =>
        !source.GaveWay && (source.Error is not null || source.Result is FetchResult.Failed or FetchResult.Blocked);

    private static string Describe(SourceOutcome source) => source.Error ?? source.Result switch
    {
        FetchResult.Failed failed => failed.Message,
        FetchResult.Blocked blocked => blocked.Message,
        _ => string.Empty,
    };
}
