using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

/// <summary>Texts from print, mail and galleries: running heads, the head of a mail, captions of several lines, the places of slides.</summary>
public sealed class PrintedTextTests
{
    private const string Title = "How seagrass comes back after dredging";
    private const string First = "We studied eleven bays that were dredged between 1980 and 2005 and in which seagrass has since come back without help.";
    private const string Second = "In nine of them the meadows reached their former depth within fourteen years, which is faster than was thought.";
    private const string Third = "Where sewage had been let in, nothing grew for a generation, and nothing grows there now.";

    [Fact]
    public void Page_numbers_and_running_heads_are_no_text()
    {
        var article = Clean($"Journal of Coastal Studies 12 (2021)\n44\n\n{Title}\n\n{First}\n\nJournal of Coastal Studies 12 (2021)\n45\n\n{Second}\n\nJournal of Coastal Studies 12 (2021)\n46\n\n{Third}");

        article.Title.Should().Be(Title);
        article.Text.Should().Be($"{First}\n\n{Second}\n\n{Third}");
    }

    [Fact]
    public void What_a_browser_prints_around_its_pages_is_no_text()
    {
        const string Printed = "https://www.bays.example/stories/1\n{0}/3\n03/03/2023, 10:12\nThe Bay Herald - Seagrass";
        var pages = Enumerable.Range(1, 2).Select(i => Printed.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).ToList();

        Clean($"{Title}\n\n{First}\n\n{pages[0]}\n\n{Second}\n\n{pages[1]}\n\n{Third}").Text.Should().Be($"{First}\n\n{Second}\n\n{Third}");
    }

    [Fact]
    public void An_archives_record_is_its_headline_and_its_text()
    {
        var article = Clean($"HD\n{Title}\nBY\nBy Ann Lee\nWC\n420 words\nPD\n3 March 2023\nSN\nThe Bay Herald\nSC\nBAYHER\nLA\nEnglish\nLP\n{First}\n{Second}\nTD\n{Third}\nCO\nbaypap : Bay Paper Ltd\nRE\nuk : United Kingdom");

        article.Title.Should().Be(Title);
        article.Authors.Should().Equal("Ann Lee");
        article.Text.Should().Be($"{First}\n\n{Second}\n\n{Third}");
    }

    [Fact]
    public void Numbers_of_a_countdown_are_text() =>
        Clean($"{Title}\n\n{First}\n\n1\n\n{Second}\n\n2\n\n{Third}\n\n3\n\n{First} Again.").Text.Should().Contain("\n\n2\n\n");

    [Theory]
    [InlineData("Slide 2 of 4")]
    [InlineData("Next Slide")]
    [InlineData("1 of 5")]
    [InlineData("Page 2 of 4")]
    [InlineData("Bild 2 von 5")]
    [InlineData("2 sur 5")]
    [InlineData("Foto 3 de 12")]
    [InlineData("Continued on page A6")]
    [InlineData("Were you forwarded this email? Sign up here.")]
    public void The_place_in_a_gallery_or_a_paper_is_no_text(string line) =>
        Clean($"{Title}\n\n{First}\n\n{line}\n\n{Second}\n\n{Third}").Text.Should().Be($"{First}\n\n{Second}\n\n{Third}");

    [Theory]
    [InlineData("The Aurora leaves the bay in the first\nlight of a morning in February.\nPhoto: Mark Oduya")]
    [InlineData("Divers plant seagrass in the bay.\nBild: dpa")]
    [InlineData("Reuters\nDivers plant seagrass in the bay")]
    [InlineData("Image source, PA Media\nImage caption,\nDivers plant seagrass in the bay")]
    public void A_caption_of_several_lines_is_one_with_its_credit(string caption) =>
        Clean($"{Title}\n\n{First}\n\n{caption}\n\n{Second}\n\n{Third}").Text.Should().Be($"{First}\n\n{Second}\n\n{Third}");

    [Fact]
    public void In_a_text_without_blank_lines_a_credit_claims_nothing() =>
        Clean($"{Title}\n{First}\n{Second}\nPhoto: Mark Oduya\n{Third}").Text.Should().Be($"{First}\n\n{Second}\n\n{Third}");

    [Fact]
    public void A_headline_right_above_a_credit_is_the_headline() =>
        Clean($"{Title}\nPhoto: Mark Oduya\n\n{First}\n\n{Second}\n\n{Third}").Title.Should().Be(Title);

    [Fact]
    public void The_head_of_a_mail_is_no_text_and_no_headline()
    {
        var article = Clean($"From: Ann Lee <ann.lee@herald.example>\nDate: Fri, 3 Mar 2023 at 10:12\nSubject: Fwd: the piece on the bays\nTo: Mark Oduya <mark@herald.example>\n\n{Title}\n\n{First}\n\n{Second}\n\n{Third}");

        article.Title.Should().Be(Title);
        article.Text.Should().StartWith(First);
    }

    [Theory]
    [InlineData("www.bays.example/stories/1\n\nThe Bay Herald")]
    [InlineData("The Northern Star (Dunmore)\n\nNovember 12, 2019 Tuesday")]
    public void An_address_or_a_papers_name_is_no_headline(string head) =>
        Clean($"{head}\n\n{Title}\n\nBy Ann Lee\n\n{First}\n\n{Second}\n\n{Third}").Title.Should().Be(Title);

    [Fact]
    public void Confidence_is_that_of_the_lines()
    {
        var sure = Clean($"{Title}\n\n{First}\n\n{Second}\n\n{Third}");
        var list = Clean("Milk\nBread\nEggs");

        sure.Confidence.Should().BeInRange(0.8, 0.95);
        list.Confidence.Should().BeInRange(0.2, 0.4);
        Clean(string.Empty).Confidence.Should().Be(0);
    }

    private static Article Clean(string text) => new Extractor().ExtractText(text, url: null, CancellationToken.None).Article;
}
