using FluentAssertions;
using Scraper.Core;
using Scraper.Core.Articles;
using Xunit;

namespace Scraper.Tests.Labelling.Outline;

/// <summary>Lists, verses, results and last lines that have no bullet and no full stop.</summary>
public sealed class BareListTests
{
    private const string Title = "Mill to lose its wheel\n\n";
    private const string Opening = "The parish of Oakford has decided to sell the wheel of its old mill after a quarrel of nine years.\n\n";

    [Theory]
    [InlineData("The neighbours, who were not asked, want three things:\n\nA pond for the ducks\nA bench in the shade\nNo cars\n\nThe parish will answer in June.\n\nThe sale begins in July.")]
    [InlineData("A verse on the door says:\n\nThe wheel goes round\nthe wheel stands still\nthe water finds\nanother mill\n\nThe miller reads it every morning on his way in.")]
    [InlineData("Votes\n\nOakford 4 Ashford 1\nHill End 0 Ferry 0\nLower Bank 3 Upper Bank 3\nNorth 1 South 2\n\nOakford had asked for a second count.")]
    [InlineData("For the cake\n200 g flour\n3 eggs\n1 lemon, juice only\n80 g butter\n\nThe cake was eaten before the vote was counted.")]
    [InlineData("1. Ashford, North\nThe oldest of the three wheels turns there.\n\n2. Hill End, South\nWet and loud.\n\n3. Ferry, East\nIt has no water at all.")]
    [InlineData("The parish will answer in June.\n\nBuyer: Ann Lee, Tom Hale\nSeller: The parish\nPrice: 40 pounds\n\nThe wheel leaves Oakford in July.")]
    public void Lines_without_bullets_between_prose_are_the_articles(string middle) => Kept(Clean(Title + Opening + middle), Opening + middle);

    [Fact]
    public void A_list_may_come_before_the_rest_of_the_prose() =>
        Kept(Clean(Title + "The neighbours of the mill will go to court and ask for three things:\n\nA pond\nA bench\nNo cars\n\n" + Opening + "The sale begins in July and will take a year, the clerk said."), "A pond\nA bench\nNo cars\n" + Opening);

    [Theory]
    [InlineData("“No.”")]
    [InlineData("“The water always wins,” she said")]
    [InlineData("Result: 11 for, 9 against")]
    [InlineData("Rating: ★★★★☆")]
    [InlineData("(1 pound = 10.5 crowns)")]
    [InlineData("Sincerely,\nAnn Lee")]
    [InlineData("Oakford 1,204\nAshford 1,120\nHill End 618")]
    [InlineData("Read also: The mill that came back\n\nThe sale begins soon.")]
    public void The_last_line_needs_no_full_stop(string last) =>
        Clean(Title + Opening + "The clerk said that the sale would begin in July and take about a year.\n\n" + last).Text.Should().EndWith(last.Split('\n')[^1]);

    [Fact]
    public void Headlines_under_the_body_are_not_its_last_lines() =>
        Clean(Title + Opening + "The clerk said that the sale would begin in July and take about a year.\n\nStorm takes roof off school\n\nFerry back in service on Monday\n\nBand plays on in spite of rain").Text.Should().EndWith("about a year.");

    private static void Kept(Article article, string lines)
    {
        var text = article.Text.Split('\n').ToHashSet(StringComparer.Ordinal);
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().OnlyContain(l => text.Contains(l));
    }

    private static Article Clean(string text) => new Extractor().ExtractText(text, url: null, CancellationToken.None).Article;
}
