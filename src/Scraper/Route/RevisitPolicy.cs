using Scraper.Fetching;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>What is noted of a page that gave no article, and when it is asked for again.</summary>
internal static class RevisitPolicy
{
    /// <summary>Failures in a row after which a page is given up.</summary>
    private const int MostAttempts = 8;

    /// <summary>The same for a 404: a feed may name a page a little ahead of its publication.</summary>
    private const int MostAttemptsWhereGone = 3;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);

    public static UrlVisit Visit(PageJourney journey, DateTimeOffset now)
    {
        var (status, next) = journey.Outcome!.Kind switch
        {
            PageOutcomeKind.NotModified => (UrlStatus.Stored, null),
            PageOutcomeKind.NotAnArticle or PageOutcomeKind.Empty => (UrlStatus.NotAnArticle, null),
            PageOutcomeKind.Blocked => AfterBlocked(journey.Blocked!, now),
            _ => AfterFailed(journey, now),
        };
        return new UrlVisit
        {
            Url = journey.Url.AbsoluteUri,
            Site = journey.Site,
            Status = status,
            At = now,
            NextVisitAt = next,
            Detail = journey.Outcome.Detail,
            Rule = journey.Article?.Rule,
            // A page that was read and refused is kept for better rules; a PDF is not.
            Page = journey.Page is { } page && journey.Article is not null ? journey.ToFetchedPage(page) : null,
        };
    }

    /// <summary>A host that only asks for patience is due when it says; a robots.txt or an allow list may change in a day.</summary>
    private static (UrlStatus, DateTimeOffset?) AfterBlocked(FetchResult.Blocked blocked, DateTimeOffset now) => blocked.Reason switch
    {
        BlockReason.NotYet => (UrlStatus.Seen, blocked.RetryAt ?? now),
        BlockReason.RobotsUnreachable => (UrlStatus.Blocked, blocked.RetryAt ?? now + FirstRetry),
        BlockReason.Robots or BlockReason.Address => (UrlStatus.Blocked, now + LongestRetry),
        _ => (UrlStatus.Blocked, null),
    };

    private static (UrlStatus, DateTimeOffset?) AfterFailed(PageJourney journey, DateTimeOffset now)
    {
        var most = journey.Outcome!.Kind == PageOutcomeKind.Gone ? MostAttemptsWhereGone : MostAttempts;
        if (journey.Failed?.Status == 410 || journey.Attempts + 1 >= most)
        {
            return (UrlStatus.Gone, null);
        }

        var wait = TimeSpan.FromTicks(Math.Min(LongestRetry.Ticks, FirstRetry.Ticks << Math.Min(journey.Attempts, 20)));
        var retry = now + wait;
        return (UrlStatus.Failed, journey.Failed?.RetryAt is { } asked && asked > retry ? asked : retry);
    }
}
