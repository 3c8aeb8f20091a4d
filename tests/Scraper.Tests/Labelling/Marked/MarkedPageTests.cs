using FluentAssertions;
using Scraper.Benchmarks.Data;
using Scraper.Tests.Fixtures;
using Xunit;

namespace Scraper.Tests.Labelling.Marked;

/// <summary>The pages that were written for training, tests/Scraper.Benchmarks/Pages.</summary>
public sealed class MarkedPageTests
{
    private const string Facts = """<!--{"url":"https://www.rain.example/a","kind":"article","language":"en","title":"Rain","authors":["Ann Lee","Bob Ray"],"published":"2025-03-07","like":"a blog"}-->""";

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "Scraper.Benchmarks", "Pages");

    public static TheoryData<string> Folders() => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_marks_give_the_text_and_are_taken_out_of_the_page()
    {
        var page = MarkedPageReader.ReadPage("a.html", Facts + "\n<html><body><p data-gold=\"text\">It rained.</p><ul class=x data-gold=\"text\"><li>Wind</li><li>Hail</li></ul><p data-gold=\"either\">Ann Lee writes of rain.</p><p>Read also: Snow</p></body></html>\n");

        page.Should().BeEquivalentTo(new { Id = "a.html", Url = "https://www.rain.example/a", Host = "rain.example", Kind = "article", Title = "Rain", Author = "Ann Lee, Bob Ray", Date = "2025-03-07", IsMarked = true });
        page.Html.Should().Be("<html><body><p>It rained.</p><ul class=x><li>Wind</li><li>Hail</li></ul><p>Ann Lee writes of rain.</p><p>Read also: Snow</p></body></html>\n");
        page.Gold.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Should().Equal("It", "rained.", "Wind", "Hail");
        page.Open.Select(o => o.Trim()).Should().Equal("Ann Lee writes of rain.");
    }

    [Theory]
    [InlineData("<p data-gold=\"text\">It rained.</p>", "*a.html: the first line is no comment with the page's facts*")]
    [InlineData(Facts + "<p data-gold=\"body\">It rained.</p>", "*a.html: data-gold=\"body\" on <p> is neither*")]
    public void A_page_that_is_marked_wrongly_is_refused_by_name(string source, string message) =>
        FluentActions.Invoking(() => MarkedPageReader.ReadPage("a.html", source)).Should().Throw<InvalidDataException>().WithMessage(message);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_page_has_text_and_boilerplate_an_address_and_a_kind(string folder)
    {
        foreach (var page in MarkedPageReader.Read(Path.Combine(Folder, folder)))
        {
            page.Address.Should().NotBeNull(page.Id);
            page.Host.Should().EndWith(".example", page.Id);
            page.Kind.Should().BeOneOf(["article", "forum", "documentation"], page.Id);
            page.Title.Should().NotBeEmpty(page.Id);
            page.Gold.Length.Should().BeInRange(150, page.Html.Length / 2, page.Id);
        }
    }
}
