using FluentAssertions;
using Scraper.Tests.Fixtures;
using Xunit.Abstractions;

namespace Scraper.Tests.Discovery.Feeds;

public class FeedparserTests(ITestOutputHelper output)
{
    [SharedFact(FeedparserCases.Folder)]
    public void At_least_350_of_feedparsers_354_feeds_are_read_as_it_reads_them()
    {
        var cases = FeedparserCases.All();
        var wrong = cases.Select(FeedparserCases.Check).OfType<string>().ToList();
        wrong.ForEach(output.WriteLine);

        cases.Should().HaveCount(354);
        (cases.Count - wrong.Count).Should().BeGreaterThanOrEqualTo(350, string.Join("\n", wrong));
    }
}
