using FluentAssertions;
using Scraper.Discovery;
using Scraper.Fetching;
using Scraper.Route;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class SiteVisitTests
{
    [Theory]
    [InlineData(0, 6, false, "0 found of 6 links named, nothing new")]
    [InlineData(0, 6, true, "0 found, nothing new")]
    [InlineData(0, 0, false, "0 found, nothing new")]
    [InlineData(2, 6, false, "2 found, nothing new")]
    public void Where_patterns_leave_nothing_of_what_was_named_a_visit_says_so(int found, int named, bool isIndex, string line)
    {
        var source = new SourceOutcome(new Uri("https://a.example/feed"), SourceKind.Feed, new FetchResult.NotModified(new Uri("https://a.example/feed")), named, found, null, isIndex, []);

        new SiteVisit("a", [source], found, new Dictionary<PageOutcomeKind, int>()).ToString().Should().Be(line);
    }
}
