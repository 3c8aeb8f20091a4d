using FluentAssertions;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Xunit;

namespace Scraper.Tests.Labelling.Patterns;

public sealed class LinkPatternTests
{
    [Theory]
    [InlineData("<p><strong>À lire aussi</strong><a href=/1>Le pont que personne n'a construit</a></p>", true)]
    [InlineData("<p><b>Also read</b> <a href=/1>The bridge that was never built and what it would have cost the two towns</a></p>", true)]
    [InlineData("<p>Read more about <a href=/1>the bridge that was never built</a>.</p>", false)]
    [InlineData("<p>The council asks everybody to <a href=/1>read its report</a></p>", false)]
    [InlineData("<p><b>Read also</b> <a href=/1>The bridge</a> and <a href=/2>the ferry</a></p>", false)]
    public void A_label_before_the_only_link_of_a_line_tells_that_it_leads_away(string html, bool leadsAway)
    {
        var sheet = new LabelSheet(HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None)));

        new PatternLabeller(MarkerSet.Shipped).Label(sheet, CancellationToken.None);

        (sheet[0]?.Label is Label.Related or Label.Continuation).Should().Be(leadsAway);
    }
}
