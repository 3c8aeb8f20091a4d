using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Labelling.Outline;

public sealed class OutlineHeadTests
{
    private const string Body = "\n\nThe council voted on Tuesday to close the old bridge for repairs that will last until the spring.\n\nLorries will have to take the northern road, which is twice as long and often flooded.\n\nThe mayor said that the bridge would be safer than ever when it opens again.";

    [Theory]
    [InlineData("Council closes old bridge for repairs", "Council closes old bridge for repairs")]
    [InlineData("Home\n\nNews\n\nSport\n\nCouncil closes old bridge for repairs\n\nBy Anna Bell", "Council closes old bridge for repairs")]
    [InlineData("NewsCouncil closes old bridge fo...\n\nCouncil closes old bridge for repairs", "Council closes old bridge for repairs")]
    [InlineData("Why is the council closing the old bridge?", "Why is the council closing the old bridge?")]
    [InlineData("Home > News > Local\n\nCouncil closes old bridge for repairs", "Council closes old bridge for repairs")]
    [InlineData("# Bridge", "Bridge")]
    public void The_headline_is_found_above_the_body(string head, string title) =>
        new Extractor().ExtractText(head + Body, url: null, CancellationToken.None).Article.Title.Should().Be(title);

    [Fact]
    public void A_standfirst_above_the_byline_is_no_body()
    {
        var article = new Extractor().ExtractText("Bridge to close\n\nDrivers face a winter of detours and delays.\n\nBy Anna Bell\n\n12 March 2020" + Body, url: null, CancellationToken.None).Article;

        article.Subtitle.Should().Be("Drivers face a winter of detours and delays.");
        article.Text.Should().StartWith("The council voted");
    }

    [Fact]
    public void A_biography_of_the_author_ends_the_page_not_the_body()
    {
        var article = new Extractor().ExtractText("Bridge to close\n\nBy Anna Bell" + Body + "\n\nAnna Bell has covered the council for eleven years.", url: null, CancellationToken.None).Article;

        article.Text.Should().EndWith("opens again.");
        article.Authors.Should().Equal("Anna Bell");
    }
}
