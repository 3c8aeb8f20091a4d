using FluentAssertions;
using Scraper.Core.Verdicts;
using Scraper.Fetching;
using Scraper.Route;
using Scraper.Storage;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class RevisitPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(4, 80)]
    [InlineData(6, 320)]
    public void A_failed_page_is_tried_again_at_growing_intervals(int attempts, int minutes)
    {
        var visit = Visit(PageOutcomeKind.Failed, attempts, new FetchResult.Failed(FailureKind.ServerError, "HTTP 500", 500));

        visit.Status.Should().Be(UrlStatus.Failed);
        visit.NextVisitAt.Should().Be(Now.AddMinutes(minutes));
    }

    [Theory]
    [InlineData(PageOutcomeKind.Failed, 7, 500)] // the eighth failure
    [InlineData(PageOutcomeKind.Failed, 15, null)] // the sixteenth where the host cannot be reached
    [InlineData(PageOutcomeKind.Gone, 2, 404)] // the third
    [InlineData(PageOutcomeKind.Gone, 0, 410)] // gone, says the server
    public void A_page_is_given_up_in_the_end(PageOutcomeKind kind, int attempts, int? status)
    {
        var visit = Visit(kind, attempts, new FetchResult.Failed(status is null ? FailureKind.Dns : FailureKind.NotFound, $"HTTP {status}", status));

        visit.Status.Should().Be(UrlStatus.Gone);
        visit.NextVisitAt.Should().BeNull();
    }

    [Fact]
    public void A_host_that_cannot_be_reached_for_a_day_costs_no_page() =>
        Visit(PageOutcomeKind.Failed, 9, new FetchResult.Failed(FailureKind.Dns, "no such host")).NextVisitAt.Should().Be(Now.AddDays(1));

    [Fact]
    public void A_host_that_names_a_later_time_is_heard()
    {
        var later = Now.AddHours(3);

        Visit(PageOutcomeKind.Failed, 0, new FetchResult.Failed(FailureKind.RateLimited, "HTTP 429", 429, later)).NextVisitAt.Should().Be(later);
    }

    [Theory]
    [InlineData(BlockReason.Robots, UrlStatus.Blocked, 24 * 60)]
    [InlineData(BlockReason.RobotsUnreachable, UrlStatus.Blocked, 5)]
    [InlineData(BlockReason.NotYet, UrlStatus.Seen, 0)]
    [InlineData(BlockReason.Scheme, UrlStatus.Blocked, null)]
    public void A_blocked_page_waits_for_what_blocks_it(BlockReason reason, UrlStatus status, int? minutes)
    {
        var journey = Journey(PageOutcomeKind.Blocked) with { Blocked = new FetchResult.Blocked(reason, "no") };

        var visit = RevisitPolicy.Visit(journey, Now);

        visit.Status.Should().Be(status);
        visit.NextVisitAt.Should().Be(minutes is null ? null : Now.AddMinutes(minutes.Value));
    }

    [Fact]
    public void A_page_that_a_host_puts_off_halfway_has_failed()
    {
        var journey = Journey(PageOutcomeKind.Blocked) with { Blocked = new FetchResult.Blocked(BlockReason.NotYet, "no") { IsHalfway = true } };

        RevisitPolicy.Visit(journey, Now).Should().BeEquivalentTo(new { Status = UrlStatus.Failed, NextVisitAt = Now.AddMinutes(5) });
    }

    [Theory]
    [InlineData(PageOutcomeKind.NotAnArticle, UrlStatus.NotAnArticle)]
    [InlineData(PageOutcomeKind.NotModified, UrlStatus.Stored)]
    public void A_page_that_was_read_is_not_asked_for_again(PageOutcomeKind kind, UrlStatus status)
    {
        var visit = RevisitPolicy.Visit(Journey(kind), Now);

        visit.Status.Should().Be(status);
        visit.NextVisitAt.Should().BeNull();
    }

    [Theory]
    [InlineData(PageVerdictKind.BotChallenge, 0, 1)]
    [InlineData(PageVerdictKind.ConsentWall, 1, 4)]
    [InlineData(PageVerdictKind.ScriptShell, 2, 16)]
    [InlineData(PageVerdictKind.PaywallTeaser, 3, 64)]
    [InlineData(PageVerdictKind.SoftNotFound, 4, null)]
    [InlineData(PageVerdictKind.LoginWall, 0, 1)]
    [InlineData(PageVerdictKind.ErrorPage, 0, 1)]
    [InlineData(PageVerdictKind.ParkedDomain, 0, 1)]
    [InlineData(null, 1, 4)] // empty
    public void A_refused_page_is_tried_again_at_growing_distances_then_left(PageVerdictKind? refusal, int attempts, int? hours)
    {
        var journey = Known(Journey(refusal is null ? PageOutcomeKind.Empty : PageOutcomeKind.NotAnArticle), attempts) with { Refusal = refusal };

        var visit = RevisitPolicy.Visit(journey, Now);

        visit.Status.Should().Be(UrlStatus.Refused);
        visit.NextVisitAt.Should().Be(hours is null ? null : Now.AddHours(hours.Value));
    }

    [Theory]
    [InlineData(PageVerdictKind.IndexPage)]
    [InlineData(PageVerdictKind.LiveBlog)]
    [InlineData(PageVerdictKind.Rejected)]
    public void What_will_never_be_an_article_is_not_tried_again(PageVerdictKind refusal)
    {
        var visit = RevisitPolicy.Visit(Journey(PageOutcomeKind.NotAnArticle) with { Refusal = refusal }, Now);

        visit.Status.Should().Be(UrlStatus.NotAnArticle);
        visit.NextVisitAt.Should().BeNull();
    }

    private static UrlVisit Visit(PageOutcomeKind kind, int attempts, FetchResult.Failed failed) =>
        RevisitPolicy.Visit(Known(Journey(kind), attempts) with { Failed = failed }, Now);

    private static PageJourney Known(PageJourney journey, int attempts) => journey with
    {
        Known = new UrlState { Url = journey.Url.AbsoluteUri, Site = journey.Site, Status = UrlStatus.Failed, FirstSeenAt = Now.AddDays(-9), Attempts = attempts },
    };

    private static PageJourney Journey(PageOutcomeKind kind) =>
        new(new Uri("https://news.example/a"), null) { Outcome = new PageOutcome(kind, "detail") };
}
