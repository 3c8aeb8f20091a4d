using Scraper.Core.Verdicts;
using Scraper.Fetching;
using Scraper.Storage;

namespace Scraper.Route;

/// <summary>When a page is asked for again, and what is noted of one that gave no article.</summary>
internal static class RevisitPolicy
{
    /// <summary>Failures in a row after which a page is given up.</summary>
    private const int MostAttempts = 8;

    /// <summary>The same where the host cannot be reached, which may be our own network for a day and says nothing of the page.</summary>
    private const int MostAttemptsWhereNoHost = 16;

    /// <summary>The same for a 404: a feed may name a page a little ahead of its publication.</summary>
    private const int MostAttemptsWhereGone = 3;

    /// <summary>The same for a wall, a challenge, a shell of scripts, an empty page and the text of another article.</summary>
    private const int MostAttemptsWhereRefused = 5;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstRetryWhereRefused = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);

    /// <summary>When an article that was just read is looked at again, by its site's schedule; <see langword="null"/> for never.</summary>
    public static DateTimeOffset? NextLook(PageJourney journey, DateTimeOffset now) =>
        journey.Rule?.Schedule?.Revisit.Next(journey.Article?.PublishedAt?.Value ?? journey.Known?.PublishedAt, journey.Known?.FirstSeenAt ?? now, now);

    /// <summary>The same where its text is another article's, as of all pages of a site that is closed for an hour; as of one that is refused.</summary>
    public static DateTimeOffset? NextLookAtDuplicate(PageJourney journey, DateTimeOffset now) => NextLookInstead(journey, now);

    /// <summary>What is noted of a journey that stored nothing.</summary>
    public static UrlVisit Visit(PageJourney journey, DateTimeOffset now)
    {
        var (status, next) = journey.Outcome!.Kind switch
        {
            PageOutcomeKind.NotModified => (UrlStatus.Stored, NextLook(journey, now)),
            PageOutcomeKind.Empty => AfterRefused(journey, now),
            PageOutcomeKind.NotAnArticle when MayChange(journey.Refusal) => AfterRefused(journey, now),
            PageOutcomeKind.NotAnArticle => (UrlStatus.NotAnArticle, null),
            // Put off like others it would come before the sources for ever, and never be had.
            PageOutcomeKind.Blocked when journey.Blocked!.IsHalfway => AfterFailed(journey, now),
            PageOutcomeKind.Gone when journey.IsDeleted => (UrlStatus.Deleted, null),
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

    /// <summary>Whether what stands in an article's place may make way for it; a list or a live blog stays what it is.</summary>
    private static bool MayChange(PageVerdictKind? refusal) => refusal
        is PageVerdictKind.ConsentWall or PageVerdictKind.PaywallTeaser or PageVerdictKind.BotChallenge or PageVerdictKind.ScriptShell or PageVerdictKind.SoftNotFound
        or PageVerdictKind.LoginWall or PageVerdictKind.ErrorPage or PageVerdictKind.ParkedDomain;

    private static (UrlStatus, DateTimeOffset?) AfterRefused(PageJourney journey, DateTimeOffset now) =>
        (UrlStatus.Refused, NextLookInstead(journey, now) is { } next ? Later(next, journey.Failed) : null);

    /// <summary>Whether an article has come in the place of something else: looked at after 1, 4, 16 and 64 hours, then never.</summary>
    private static DateTimeOffset? NextLookInstead(PageJourney journey, DateTimeOffset now)
    {
        var attempts = journey.Known?.Attempts ?? 0;
        return attempts + 1 >= MostAttemptsWhereRefused ? null : now + (FirstRetryWhereRefused * Math.Pow(4, attempts));
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
        var attempts = journey.Known?.Attempts ?? 0;
        var most = journey.Outcome!.Kind == PageOutcomeKind.Gone ? MostAttemptsWhereGone
            : journey.Failed?.Kind is FailureKind.Dns or FailureKind.Connect or FailureKind.Tls or FailureKind.Proxy ? MostAttemptsWhereNoHost
            : MostAttempts;
        if (journey.Failed?.Status == 410 || attempts + 1 >= most)
        {
            return (UrlStatus.Gone, null);
        }

        var wait = TimeSpan.FromTicks(Math.Min(LongestRetry.Ticks, FirstRetry.Ticks << Math.Min(attempts, 20)));
        return (UrlStatus.Failed, Later(now + wait, journey.Failed));
    }

    /// <summary>The host's own word, where it asks for more time.</summary>
    private static DateTimeOffset Later(DateTimeOffset retry, FetchResult.Failed? failed) => failed?.RetryAt is { } asked && asked > retry ? asked : retry;
}
