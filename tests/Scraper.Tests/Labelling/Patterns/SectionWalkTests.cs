using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class SectionWalkTests
{
    private const string Prose = "The council voted on Tuesday to close the bridge for repairs that will last until the spring, a spokeswoman said.";
    private const string More = "Lorries will have to take the northern road, which is twice as long and was flooded three times in the last winter.";

    [Fact]
    public void Teasers_under_a_heading_are_related_to_the_end_of_the_page() =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\nLatest news\n\nMayor resigns\n\nThe mayor resigned over…\n\nRiver falls")
            .Should().Equal(Label.Title, Label.Body, Label.Body, Label.Related, Label.Related, Label.Related, Label.Related);

    [Fact]
    public void The_article_goes_on_after_a_box_in_its_middle() =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\nRelated stories\n\nMayor resigns\n\nNobody spoke against the plan, but the owner of the inn beside the bridge left the room before the vote.\n\nThe river will be dredged at the same time, and two of the five piers will be cased in new stone.")
            .Should().Equal(Label.Title, Label.Body, Label.Body, Label.Related, Label.Related, Label.Body, Label.Body);

    [Fact]
    public void Nothing_resumes_after_comments() =>
        Labels($"Bridge to close\n\n{Prose} It is the third time in ten years that the crossing is shut, and shopkeepers fear for the trade of the season.\n\n{More} The diversion is signposted, and buses will run every twenty minutes.\n\n2 comments\n\n{Prose} I disagree.\n\n{More} Me too.")
            .Should().Equal(Label.Title, Label.Body, Label.Body, Label.Comment, Label.Comment, Label.Comment);

    [Fact]
    public void A_menu_above_the_article_claims_nothing_of_it() =>
        Labels($"Latest news\n\nContact us\n\nComments\n\nBridge to close next week\n\n{Prose}\n\n{More}")
            .TakeLast(3).Should().Equal(Label.Title, Label.Body, Label.Body);

    private static IEnumerable<Label> Labels(string text) =>
        new Extractor().ExtractText(text, url: null, CancellationToken.None).Article.Blocks.Select(b => b.Verdict.Label);
}
