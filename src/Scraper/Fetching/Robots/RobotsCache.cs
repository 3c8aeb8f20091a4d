using Scraper.Core.Sites;
using Scraper.Fetching.Http;
using Scraper.Fetching.Politeness;

namespace Scraper.Fetching.Robots;

/// <summary>Asks robots.txt, fetched at most once a day for each origin, and kept across restarts (RFC 9309, 2.3 and 2.4).</summary>
internal sealed class RobotsCache(RedirectFollower follower, Turnstile turnstile, IFetchStateStore states, FetchOptions options, TimeProvider clock)
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly KeyedLocks origins = new();

    /// <summary>Whether a URL may be asked for.</summary>
    /// <param name="url">The URL, its host judged already.</param>
    /// <param name="request">The request on whose way it lies.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<Permit> AskAsync(Uri url, FetchRequest request, CancellationToken cancellationToken)
    {
        var origin = HostKey.OriginOf(url);
        using var turn = await origins.TakeAsync(origin, options.LongestWait, cancellationToken);
        if (turn is null)
        {
            return new Permit(new FetchResult.Blocked(BlockReason.NotYet, $"{origin}/robots.txt is still being asked for"), null);
        }

        var record = await states.ReadRobotsAsync(origin, cancellationToken);
        if (record is null || record.ExpiresAt <= clock.GetUtcNow() || record.CheckedAt > clock.GetUtcNow())
        {
            var (fresh, refusal) = await FetchAsync(origin, new Uri(url, "/robots.txt"), request, record, cancellationToken);
            if (refusal is not null)
            {
                return new Permit(refusal, null);
            }

            // What it says of the pace holds from its own answer on.
            if (AtPaceOf(request.Site, fresh).Delay is { } delay && delay > AtPaceOf(request.Site, record).Delay)
            {
                await turnstile.HoldAsync(url, delay, cancellationToken);
            }

            record = fresh!;
        }

        return Judge(record, url);
    }

    private Permit Judge(RobotsRecord record, Uri url)
    {
        if (record.Text is null)
        {
            return record.Failure is { } failure ? new Permit(new FetchResult.Failed(failure, record.Detail ?? "the host cannot be reached", RetryAt: record.ExpiresAt), null)
                : record.State == RobotsState.Unreachable
                ? new Permit(new FetchResult.Blocked(BlockReason.RobotsUnreachable, $"{record.Origin}/robots.txt cannot be read, which counts as disallowed: {record.Detail}", record.ExpiresAt), null)
                : Permit.Granted;
        }

        var file = RobotsTxt.FromText(record.Text);
        return new Permit(
            file.IsAllowed(options.Agent, url.AbsoluteUri) ? null : new FetchResult.Blocked(BlockReason.Robots, $"{record.Origin}/robots.txt disallows it for {options.Agent}"),
            file.CrawlDelay(options.Agent));
    }

    private async Task<(RobotsRecord? Record, FetchResult? Refusal)> FetchAsync(
        string origin, Uri url, FetchRequest asked, RobotsRecord? known, CancellationToken cancellationToken)
    {
        var limits = new FollowLimits(MaxRedirects, options.RobotsTimeout, new BodyLimit(RobotsTxt.MaxBytes, CutsOff: true));
        var request = new FetchRequest(url, FetchPurpose.Robots, AtPaceOf(asked.Site, known), IsWhole(known) ? known!.Validators : null) { Home = asked.Home };
        var (result, redirects) = await follower.FollowAsync(request, limits, (_, _) => Task.FromResult(Permit.Granted), cancellationToken);
        if (result is FetchResult.Blocked { Reason: BlockReason.NotYet } || (result is FetchResult.Blocked && redirects == 0))
        {
            // Nothing is known about robots.txt: the host must wait, or must not be asked at all.
            return (null, result);
        }

        var record = Record(origin, result, known);
        await states.WriteRobotsAsync(record, cancellationToken);
        return record.Failure is null ? (record, null) : (record, result);
    }

    // Earlier versions kept U+FFFD for octets that are not UTF-8: such a text must come again.
    private static bool IsWhole(RobotsRecord? known) => known?.Text?.Contains('\uFFFD', StringComparison.Ordinal) == false;

    private RobotsRecord Record(string origin, FetchResult result, RobotsRecord? known)
    {
        var now = clock.GetUtcNow();
        return result switch
        {
            FetchResult.Fetched { Page: var page } =>
                new(origin, RobotsState.Found, RobotsTxt.TextOf(page.Body.Span), now, now + Lifetime, page.Validators),
            FetchResult.NotModified => known! with { State = RobotsState.Found, CheckedAt = now, ExpiresAt = now + Lifetime, Detail = null, Failure = null },
            FetchResult.Failed { Kind: FailureKind.NotFound or FailureKind.ClientError or FailureKind.TooManyRedirects }
                or FetchResult.Failed { Kind: FailureKind.UnexpectedStatus, Status: 204 or 205 } =>
                new(origin, RobotsState.Unavailable, null, now, now + Lifetime, Validators.None),
            _ => new(origin, RobotsState.Unreachable, known?.Text, now, now + options.BackOff, known?.Validators ?? Validators.None, Detail(result), known?.Text is null ? HostFailure(result) : null),
        };
    }

    /// <summary>robots.txt leaves no longer delay behind it than is waited for: else a site that is visited once a day would never be asked for more.</summary>
    private SiteFetching AtPaceOf(SiteFetching site, RobotsRecord? known)
    {
        var delay = site.Delay ?? options.Delay;
        delay = known?.Text is { } text && RobotsTxt.FromText(text).CrawlDelay(options.Agent) is { } asked && asked > delay ? asked : delay;
        return site with { Delay = delay < options.LongestWait ? delay : options.LongestWait };
    }

    private static FailureKind? HostFailure(FetchResult result) =>
        result is FetchResult.Failed { Kind: FailureKind.Dns or FailureKind.Connect or FailureKind.Tls or FailureKind.Proxy } failed ? failed.Kind : null;

    private static string Detail(FetchResult result) => result switch
    {
        FetchResult.Failed failed => failed.Message,
        FetchResult.Blocked blocked => blocked.Message,
        _ => result.GetType().Name,
    };
}
