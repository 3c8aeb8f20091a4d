using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Generic;

public class LinkRunTests
{
    /// <summary>Log-odds of .6: likely, and less than a link of a run must be.</summary>
    private const float Likely = 0.4f;

    private const string English = "The county told the villages on Monday that the boat is too old to be repaired again, and that no money is left for another.";
    private const string Norwegian = "Fylket fortalte bygdene på mandag at båten er for gammel til å repareres igjen, og at det ikke er penger igjen til en ny.";

    private static readonly PageKind[] Kinds = Enum.GetValues<PageKind>();

    [Theory]
    [InlineData(3, 0)]
    [InlineData(8, 0)]
    [InlineData(2, 2)]
    public void Three_links_in_a_row_under_an_article_lead_elsewhere(int links, int taken)
    {
        Taken(English, Links(links), Sure(PageKind.Article)).Should().Be(taken);
    }

    [Fact]
    public void Links_with_something_said_between_them_are_no_run()
    {
        Taken(English, "<li><a href=/1>Ferry timetable for spring</a></li><li>and where it was found</li><li><a href=/2>Ferry timetable for autumn</a></li><li><a href=/3>Old maps of the fjord</a></li>", Sure(PageKind.Article)).Should().Be(4);
    }

    [Fact]
    public void A_link_that_is_all_but_surely_text_stays()
    {
        Taken(English, Links(4), Sure(PageKind.Article), logOdds: 3).Should().Be(4);
    }

    [Fact]
    public void A_list_of_links_is_what_a_listing_is_for()
    {
        Taken(English, Links(4), Sure(PageKind.Listing)).Should().Be(4);
    }

    [Theory]
    [InlineData(English, 4)]
    [InlineData(Norwegian, 0)]
    public void In_a_language_the_model_knows_no_words_of_a_page_of_no_sure_kind_is_taken_for_an_article(string sentence, int taken)
    {
        Taken(sentence, Links(4), [.. Kinds.Select(k => k == PageKind.Listing ? 0.4f : 0.1f)]).Should().Be(taken);
    }

    private static string Links(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"<li><a href=/{i}>Ferry timetable number {i}</a></li>"));

    private static float[] Sure(PageKind kind) => [.. Kinds.Select(k => k == kind ? 1f : 0f)];

    /// <summary>How many list items are taken on a page of which every block is as likely text.</summary>
    private static int Taken(string sentence, string items, float[] kinds, float logOdds = Likely)
    {
        var story = string.Concat(Enumerable.Repeat($"<p>{sentence}</p>", 6));
        var document = HtmlBlockReader.Read(HtmlTree.Parse($"<html><body><div>{story}</div><ul>{items}</ul></body></html>", HtmlLimits.Default, CancellationToken.None));
        using var told = GenericModel.Shipped.Predict(document, CancellationToken.None);
        var page = PagePrediction.Of(told.View, told.Table, kinds, [.. document.Blocks.Select(_ => logOdds)], confidence: null);
        return document.Blocks.Count(b => b.Kind == BlockKind.ListItem && page.IsText(b.Index));
    }
}
