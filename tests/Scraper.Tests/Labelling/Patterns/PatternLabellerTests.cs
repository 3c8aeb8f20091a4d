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

    [Theory]
    [InlineData("About two hundred people signed the letter.", false)]
    [InlineData("Contact with the boat was lost at dawn.", false)]
    [InlineData("“Contact us,” the harbour master said.", false)]
    [InlineData("One thought would not leave her.", false)]
    [InlineData("One reply was written in green ink.", false)]
    [InlineData("Have your say, the leaflet said.", false)]
    [InlineData("Don't miss the sunrise over the pier.", false)]
    [InlineData("Join us on Friday at noon.", false)]
    [InlineData("Other news came to the island by boat.", false)]
    [InlineData("More stories like hers are heard every week.", false)]
    [InlineData("Posted in May, the parcel arrived in July.", false)]
    [InlineData("Wait.", false)]
    [InlineData("Listen.", false)]
    [InlineData("Anzeige erstattete der Pfarrer.", false)]
    [InlineData("Unsubscribe from the noise, he says, and the evenings get long.", false)]
    [InlineData("The broker earns commissions from each house he sells on the island.", false)]
    [InlineData("Listen", true)]
    [InlineData("Follow us on Facebook.", true)]
    [InlineData("Don't miss our quiz", true)]
    [InlineData("Comments are closed.", true)]
    [InlineData("Read more at www.harbour.example.", true)]
    public void A_sentence_that_only_begins_like_a_button_is_left_to_the_article(string line, bool isLabelled)
    {
        var sheet = new LabelSheet(PlainTextReader.Read($"The ferry will stay in the harbour until the new engine is in.\n\n{line}"));

        new PatternLabeller(MarkerSet.Shipped).Label(sheet, CancellationToken.None);

        sheet.IsOpen(1).Should().Be(!isLabelled);
    }
}
