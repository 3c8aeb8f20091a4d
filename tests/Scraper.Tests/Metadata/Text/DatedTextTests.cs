using FluentAssertions;
using Scraper.Core;
using Xunit;

namespace Scraper.Tests.Metadata.Text;

/// <summary>Dates that stand at the text and at no headline.</summary>
public sealed class DatedTextTests
{
    private const string Rain = "It rained all day long in the valley, and then it went on to rain through the night until the river rose and the bridge was closed.";
    private const string Again = "Forecasters expect more of the same until tomorrow morning, and boats have brought food and water to the villages that were cut off.";

    private const string Story = "The river that runs past the old mill rose all night and by the morning was higher than anybody in the town could remember it to have been, said the miller's daughter, who has measured it every day for thirty years and keeps the figures in a book that her father began before the war and that now fills two shelves of her kitchen.";

    [Theory]
    [InlineData("<div>Rain in the valley</div><div>July 8, 2025</div>TEXT", "2025-07-08")]
    [InlineData("<div>Published</div><div>July 8, 2025</div><div>Category</div>TEXT", "2025-07-08")]
    [InlineData("TEXT<div>By Ann Lee</div><div>July 8, 2025</div>", "2025-07-08")]
    [InlineData("<h1>Rain</h1><p>July 8, 2025 -- LONG</p>TEXT", "2025-07-08")]
    [InlineData("<h1>Rain</h1><p>RIVERTON, July 8, 2025 (Example Wire) – LONG</p>TEXT", "2025-07-08")]
    [InlineData("<h1>Rain</h1><p>Riverton, Ohio, July 8, 2025 /Example Wire/ -- LONG</p>TEXT", "2025-07-08")]
    [InlineData("<h1>Rain</h1><p>On July 8, 2025 the river – it is a small one – rose. LONG</p>TEXT", null)]
    [InlineData("<h1>Rain</h1><p>On July 8, 2025 – a Tuesday – it rose. LONG</p>TEXT", null)]
    [InlineData("<div>Updated July 8, 2025</div>TEXT", null)]
    [InlineData("<div>July 8, 2031</div>TEXT", null)]
    [InlineData("TEXT<div>July 8, 2025</div>", null)]
    [InlineData("<div>Rain in the valley</div>TEXT", null)]
    public void A_page_that_dates_nothing_at_a_headline_has_the_date_at_its_text(string page, string? date)
    {
        var html = $"<html lang=en><head><title>Rain - Example</title><meta property=og:type content=article></head><body><main>{page.Replace("LONG", Story, StringComparison.Ordinal).Replace("TEXT", $"<p>{Rain}</p><p>{Again}</p>", StringComparison.Ordinal)}</main></body></html>";

        var read = new Extractor().ExtractHtml(html, new PageContext { Now = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero) }, CancellationToken.None);

        (read.Article.PublishedAt?.ToString()).Should().Be(date);
    }
}
