using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Xunit;

namespace Scraper.Tests.Labelling.Outline;

/// <summary>Headlines of other articles that stand in a row in the middle of one, with no heading above them.</summary>
public sealed class HeadlineBoxTests
{
    private const string Opening = "The county hospital opened a ward on Friday for people with illnesses so rare that few doctors ever see them.\n\nIt has twelve beds, four of them for children, and will take patients from the whole of the north.";
    private const string Rest = "“Families came to us after ten years of searching,” said its head, Eva Brandt. “Now they come after ten weeks.”\n\nThe ward is paid for by the state for five years.";

    [Theory]
    [InlineData("Storm takes roof off school\nFerry back in service after strike\nBand plays on despite rain")]
    [InlineData("Storm takes roof off school\n\nFerry back in service after strike\n\nWhy our nurses leave town\n\nBand plays on despite rain")]
    public void They_are_related(string box) =>
        Clean(box).Text.Should().Be($"{Opening}\n\n{Rest}");

    [Theory]
    [InlineData("Beds for twelve patients\nDoctors for rare illnesses\nRooms for the families")]
    [InlineData("two beds by the window\nfour under the old roof\nsix in the long corridor")]
    [InlineData("Roses are what she wanted,\nviolets are what came,\nnobody wrote who sent them\nall look much the same")]
    [InlineData("Monday to Friday: 9 to 5\nSaturday morning: 9 to 12\nSunday and holidays: never")]
    [InlineData("Storm takes roof off school\nFerry back in service after strike")]
    public void A_list_on_the_articles_subject_and_a_verse_are_its_own(string list) =>
        Clean(list).Text.Should().Be($"{Opening}\n\n{list.Replace("\n", "\n\n", StringComparison.Ordinal)}\n\n{Rest}");

    private static Article Clean(string box) => new Extractor().ExtractText($"Hospital opens a ward for rare illnesses\n\n{Opening}\n\n{box}\n\n{Rest}", url: null, CancellationToken.None).Article;
}
