using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FluentAssertions;
using Xunit;
using TagNames = Scraper.Core.Blocks.TagNames;

namespace Scraper.Tests.Blocks.Html;

public sealed class TagNamesTests
{
    [Fact]
    public void Every_name_has_the_flags_that_AngleSharp_gives_its_own_element()
    {
        using var document = new HtmlParser().ParseDocument(string.Empty);
        foreach (var (names, uri) in new[] { (TagNames.Html, NamespaceNames.HtmlUri), (TagNames.Svg, NamespaceNames.SvgUri), (TagNames.MathMl, NamespaceNames.MathMlUri) })
        {
            names.All.Should().NotBeEmpty().And.AllSatisfy(tag => document.CreateElement(uri, tag.Text).Flags.Should().Be(tag.Flags, $"<{tag.Text}> is so in AngleSharp"));
        }
    }

    [Fact]
    public void Each_name_is_found_and_no_other()
    {
        TagNames.Html.All.Should().AllSatisfy(tag => TagNames.Html.Find(tag.Text).Should().BeSameAs(tag));
        TagNames.Html.Find("my-element").Should().BeNull();
        TagNames.Html.Find(string.Empty).Should().BeNull();
        TagNames.Svg.Find("foreignObject").Should().NotBeNull();
    }
}
