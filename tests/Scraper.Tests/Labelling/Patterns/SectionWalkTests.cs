using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class SectionWalkTests
{
    private const string Prose = "The council voted on Tuesday to close the bridge for repairs that will last until the spring, a spokeswoman said.";
    private const string More = "Lorries will have to take the northern road, which is twice as long and was flooded three times in the last winter.";

    private const string Third = "The owner of the inn beside the bridge said she would lose half of her guests until the work is over.";
    private const string Last = "Two of the five piers will be cased in new stone, which the council bought in March from a quarry in the north.";
    private const string Later = "A toll of two euros is to pay for it, the council said.";

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
        Labels($"Bridge to close\n\n{Prose} It is the third time in ten years that the crossing is shut, and shopkeepers fear for the trade of the season.\n\n{More} The diversion is signposted, and buses will run every twenty minutes.\n\n2 comments\n\nOla Strand\n\n{Prose} I disagree.\n\nMay\n\n{More} Me too.")
            .Should().Equal(Label.Title, Label.Body, Label.Body, Label.Comment, Label.Comment, Label.Comment, Label.Comment, Label.Comment);

    [Fact]
    public void A_menu_above_the_article_claims_nothing_of_it() =>
        Labels($"Latest news\n\nContact us\n\nComments\n\nBridge to close next week\n\n{Prose}\n\n{More}")
            .TakeLast(3).Should().Equal(Label.Title, Label.Body, Label.Body);

    [Theory]
    [InlineData("Comments (0)")]
    [InlineData("Kommentare (7)")]
    [InlineData("Comentarios")]
    [InlineData("Have your say below the line")]
    [InlineData("Yorumlar")]
    [InlineData("コメント")]
    [InlineData("Show comments")]
    public void A_count_of_comments_amid_the_article_claims_no_prose(string count) =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\n{Third}\n\n{count}\n\n{Last}\n\n{Later}")
            .Should().Equal(Label.Title, Label.Body, Label.Body, Label.Body, Label.Comment, Label.Body, Label.Body);

    [Theory]
    [InlineData(Last, null)]
    [InlineData("The work costs two million, the engineer said.", "The county will pay for half of it.")]
    [InlineData("İşler iki milyona mal olacak, dedi mühendis.", "Yarısını il yönetimi ödeyecek ve geri kalanını kasaba.")]
    public void The_article_goes_on_with_what_is_nothing_but_prose_to_the_end(string paragraph, string? next) =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\nRelated stories\n\nMayor resigns\n\n{paragraph}{(next is null ? "" : "\n\n" + next)}")
            .Skip(3).Should().Equal([Label.Related, Label.Related, Label.Body, .. next is null ? Array.Empty<Label>() : [Label.Body]]);

    [Fact]
    public void A_last_teaser_after_others_is_none_of_the_article() =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\nLatest news\n\nMayor resigns\n\nThe mayor resigned on Monday after nine years.\n\nRiver falls\n\nThe river is lower than in any summer since the war.")
            .Skip(3).Should().AllBeEquivalentTo(Label.Related);

    [Fact]
    public void A_box_before_most_of_the_article_claims_its_links_and_no_more() =>
        Labels($"Bridge to close\n\n{Prose}\n\nRecommended\n\nMayor resigns\n\nRiver falls\n\n{More}\n\n{Third}\n\n{Last}")
            .Should().Equal(Label.Title, Label.Body, Label.Related, Label.Related, Label.Related, Label.Body, Label.Body, Label.Body);

    [Theory]
    [InlineData("About the gate", Label.Heading, Label.Body)]
    [InlineData("About Nordwind", Label.Other, Label.Other)]
    [InlineData("Fakta", Label.Heading, Label.Body)]
    public void Only_what_reads_like_a_name_is_what_a_page_closes_with(string heading, Label above, Label below) =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\n{Third}\n\n{heading}\n\n{Later}").TakeLast(2).Should().Equal(above, below);

    [Fact]
    public void A_sub_heading_below_a_share_bar_is_the_articles() =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\nShare\n\nWhat comes next\n\n{Last}\n\n{Later}")
            .TakeLast(4).Should().Equal(Label.Social, Label.Heading, Label.Body, Label.Body);

    [Fact]
    public void Numbered_comments_are_a_thread_without_names() =>
        Labels($"Bridge to close\n\n{Prose}\n\n{More}\n\n{Third}\n\n2 responses to “Bridge to close”\n\n1. I was there and it is not as they say it is.\n\n{Last}\n\n2. Nonsense, the bridge was never any good to begin with.")
            .TakeLast(4).Should().AllBeEquivalentTo(Label.Comment);

    private static IEnumerable<Label> Labels(string text) =>
        new Extractor().ExtractText(text, url: null, CancellationToken.None).Article.Blocks.Select(b => b.Verdict.Label);
}
