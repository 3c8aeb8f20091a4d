using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class PatternLabellerTests
{
    [Theory]
    [InlineData("Share | Print | Share on Facebook", true)]
    [InlineData("Advertisement • Related articles", true)]
    [InlineData("Print | Ferry in winter", false)]
    [InlineData("Rain | Wind | Snow", false)]
    public void A_line_of_nothing_but_markers_is_not_the_article(string line, bool isLabelled)
    {
        var sheet = new LabelSheet(PlainTextReader.Read(line));

        new PatternLabeller(MarkerSet.Shipped).Label(sheet, CancellationToken.None);

        sheet.IsOpen(0).Should().Be(!isLabelled);
    }
}
