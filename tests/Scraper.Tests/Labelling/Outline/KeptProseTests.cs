using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Xunit;

namespace Scraper.Tests.Labelling.Outline;

/// <summary>Lines of the article that look like what is none of it.</summary>
public sealed class KeptProseTests
{
    private const string Title = "Mill to lose its wheel\n\n";
    private const string Opening = "The parish of Oakford has decided to sell the wheel of its old mill after a quarrel of nine years.";
    private const string More = "The clerk said that the sale would begin in July and take about a year.";
    private const string Last = "The buyer has to take it away at his own cost, and by boat.";

    [Theory]
    [InlineData("34. Human/Technology Interaction")]
    [InlineData("8. Seamless Mill/Boat Design")]
    [InlineData("But first…")]
    [InlineData("The wheel turned once in the night of the flood. Nobody knows who had opened the gate, and nobody has asked since...")]
    [InlineData("Before the bids are opened you should know the one thing that might save the parish a great deal of time…")]
    [InlineData("The wheel turned once in the night of the flood. Nobody knows who had opened the gate, and nobody in the parish has asked since then")]
    [InlineData("Richard Hayden, Senior Director of Wheels at the Mill:")]
    [InlineData("“We had a plan once. It was a good plan, and the river took it…")]
    public void A_line_amid_prose_is_the_articles(string line) =>
        Clean($"{Title}{Opening}\n\n{line}\n\n{More}\n\n{Last}").Text.Should().Be($"{Opening}\n\n{line}\n\n{More}\n\n{Last}");

    [Theory]
    [InlineData("What to Look for in an Old Mill Wheel", "Anybody who wants to know what to look for in an old mill wheel should ask the clerk.")]
    [InlineData("3. Selling the Wheel", "These are the plans:\n\n1. Naming the price\n2. Mending the gate\n3. Selling the wheel\n4. Drinking to it")]
    public void A_sub_heading_whose_words_stand_elsewhere_is_no_pull_quote(string heading, string said) =>
        Clean($"{Title}{Opening}\n\n{said}\n\n{More}\n\n{heading}\n\n{Last}").Text.Should().Contain($"\n\n{heading}\n\n");

    [Fact]
    public void A_long_sub_heading_set_like_the_others_is_none_of_a_picture() =>
        Clean($"{Title}{Opening}\n\nWhy the Wheel Goes\n\n{More}\n\nWho May Purchase It\n\n{Last}\n\nWhere It Went\n\n{More} Again.\n\nHow to Take an Old Mill Wheel Apart and Away by Boat in a Week\n\nNobody has done it before, and the river is low in July.")
            .Text.Should().Contain("\n\nHow to Take an Old Mill Wheel Apart");

    [Fact]
    public void Prose_goes_on_behind_many_lines_without_full_stop_in_a_text_that_was_cleaned() =>
        Clean($"{Title}{Opening}\n\n{More}\n\n{string.Join("\n\n", Enumerable.Range(0, 18).Select(i => $"Oak plank from bay {(char)('a' + i)}"))}\n\n{Last}")
            .Text.Should().EndWith(Last).And.Contain("Oak plank from bay d");

    [Fact]
    public void Days_between_paragraphs_are_sub_headings() =>
        Clean($"{Title}By Ann Lee\n\n3 March 2023\n\n{Opening}\n\n7 April 2021\n\n{More}\n\n12 May 2022\n\n{Last}").Text.Should().Be($"{Opening}\n\n7 April 2021\n\n{More}\n\n12 May 2022\n\n{Last}");

    [Fact]
    public void One_day_between_paragraphs_is_a_date() =>
        Clean($"{Title}{Opening}\n\n{More}\n\n12 May 2022\n\n{Last}").Text.Should().Be($"{Opening}\n\n{More}\n\n{Last}");

    [Theory]
    [InlineData("Oakford: Holm; Lee, Brandt, Silver, Marsh; Oduya, Hill (Fox 60), West")]
    [InlineData("Five years later he sells boards to eleven yards and employs four of those friends. Enditem")]
    public void A_text_may_end_with(string line) =>
        Clean($"{Title}{Opening}\n\n{More}\n\n{line}").Text.Should().EndWith(line);

    [Fact]
    public void A_name_and_a_place_may_stand_under_the_last_letter() =>
        Clean($"{Title}{Opening}\n\n{More}\n\n{Last}\nAnn Lee\nHill End\n\nLetters may be edited.").Text.Should().EndWith("Ann Lee\n\nHill End");

    [Fact]
    public void A_text_in_a_script_without_full_stops_may_just_end() =>
        Clean("เทศบาลปิดสะพานเก่าเพื่อซ่อมแซมนานหกสัปดาห์\n\nเทศบาลเมืองประกาศปิดสะพานข้ามแม่น้ำตั้งแต่วันศุกร์เป็นต้นไป เพื่อซ่อมแซมโครงสร้างที่ชำรุดมานานหลายปี โดยคาดว่าจะใช้เวลาอย่างน้อยหกสัปดาห์\n\nนายกเทศมนตรีกล่าวว่ารถบรรทุกต้องใช้เส้นทางสายเหนือ ส่วนรถยนต์ส่วนบุคคลสามารถข้ามได้ที่สะพานชั่วคราวซึ่งกองทัพสร้างไว้เมื่อเดือนมกราคม\n\nชาวบ้านหลายคนบอกว่าการปิดสะพานจะทำให้เดินทางไปทำงานลำบากขึ้นมาก")
            .Text.Should().EndWith("ลำบากขึ้นมาก");

    [Fact]
    public void A_short_line_between_title_and_body_is_a_sub_heading_with_fields_or_without() =>
        Clean($"{Title}What we know\n\n{Opening}\n\n{More}").Text.Should().StartWith("What we know");

    [Fact]
    public void The_article_goes_on_with_two_short_paragraphs_behind_one_link() =>
        Clean($"{Title}{Opening}\n\n{More}\n\nRelated stories\nStorm takes roof off school\n\n“More cannot be done,” said the clerk.\n\nThe vote is in the autumn. (dpa)\n\nTo the top\n\nImprint")
            .Text.Should().EndWith("(dpa)");

    private static Article Clean(string text) => new Extractor().ExtractText(text, url: null, CancellationToken.None).Article;
}
