using System.Globalization;
using FluentAssertions;
using Scraper.Core.Blocks;
using Xunit;

namespace Scraper.Tests.Blocks.Html.Parsing;

/// <summary>What hostile pages may cost, counted in bytes and attributes, so that no load of the machine is in it.</summary>
public sealed class TreeCostTests
{
    private const int Size = 300_000;

    [Theory]
    [InlineData("<table>", "<br>")]
    [InlineData("<table>", "<b><br>")]
    [InlineData("<table>", "x<br>")]
    [InlineData("<table>", "<tr><br>")]
    [InlineData("", "<table><br>")]
    [InlineData("", "<html a{0}=1>")]
    [InlineData("<table><tr>", "<html a{0}=1>")]
    [InlineData("<body>", "<body a{0}=1>")]
    public void A_page_of_twice_the_size_takes_at_most_about_twice_the_memory(string start, string part)
    {
        var once = Allocated(Page(start, part, Size));
        var twice = Allocated(Page(start, part, 2 * Size));
        twice.Should().BeLessThan(once * 9 / 4);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("body")]
    public void Attributes_of_many_second_roots_are_taken_up_to_a_bound(string name)
    {
        var root = HtmlTree.Parse(Page("<html><body>", $"<{name} a{{0}}=1>", Size) + "<p>The end of the page.", HtmlLimits.Default, CancellationToken.None).Root;
        root.Descendants().Single(e => e.Name == name).Attributes.Length.Should().BeInRange(60, 70);
        root.TextContent().Should().Contain("The end of the page.");
    }

    private static string Page(string start, string part, int size) =>
        start + string.Concat(Enumerable.Range(0, size / part.Length).Select(i => string.Format(CultureInfo.InvariantCulture, part, i)));

    /// <summary>Bytes of one reading; those before it fill the pools of arrays.</summary>
    private static long Allocated(string page)
    {
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            HtmlTree.Parse(page, HtmlLimits.Default, CancellationToken.None);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
