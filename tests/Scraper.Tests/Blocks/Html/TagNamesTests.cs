using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FluentAssertions;
using Scraper.Core.Blocks.Parsing;
using Xunit;
using TagNames = Scraper.Core.Blocks.Parsing.TagNames;

namespace Scraper.Tests.Blocks.Html;

public sealed class TagNamesTests
{
    private static readonly (TagTraits Trait, NodeFlags Flag)[] Same =
    [
        (TagTraits.Special, NodeFlags.Special),
        (TagTraits.Formatting, NodeFlags.HtmlFormatting),
        (TagTraits.Scope, NodeFlags.Scoped),
        (TagTraits.ListScope, NodeFlags.HtmlListScoped),
        (TagTraits.TableScope, NodeFlags.HtmlTableScoped),
        (TagTraits.SelectScope, NodeFlags.HtmlSelectScoped),
        (TagTraits.ImpliedEnd, NodeFlags.ImpliedEnd),
        (TagTraits.Svg, NodeFlags.SvgMember),
        (TagTraits.MathMl, NodeFlags.MathMember),
        (TagTraits.HtmlPoint, NodeFlags.HtmlTip),
        (TagTraits.MathTextPoint, NodeFlags.MathTip),
    ];

    [Fact]
    public void Every_name_has_the_traits_that_AngleSharp_gives_its_own_element()
    {
        using var document = new HtmlParser().ParseDocument(string.Empty);
        foreach (var (names, uri) in new[] { (TagNames.Html, NamespaceNames.HtmlUri), (TagNames.Svg, NamespaceNames.SvgUri), (TagNames.MathMl, NamespaceNames.MathMlUri) })
        {
            foreach (var tag in names.All.Where(t => t.Text is not ("svg" or "math" or "search") || uri != NamespaceNames.HtmlUri))
            {
                var flags = document.CreateElement(uri, tag.Text).Flags;
                Same.Where(s => tag.Is(s.Trait)).Select(s => s.Flag).Should().Equal(Same.Where(s => flags.HasFlag(s.Flag)).Select(s => s.Flag), $"<{tag.Text}> is so in AngleSharp");
            }
        }
    }

    [Fact]
    public void Each_name_is_found_and_no_other()
    {
        TagNames.Html.All.Should().NotBeEmpty().And.AllSatisfy(tag => TagNames.Html.Find(tag.Text).Should().BeSameAs(tag));
        TagNames.Html.Find("my-element").Should().BeNull();
        TagNames.Html.Find(string.Empty).Should().BeNull();
        TagNames.Svg.Find("foreignObject").Should().NotBeNull();
    }

    [Fact]
    public void Each_element_that_tree_construction_knows_has_its_name()
    {
        Enum.GetValues<TagId>().Skip(1).Should().AllSatisfy(id => TagNames.Html[id].Text.Should().BeEquivalentTo(id.ToString()));
        TagNames.Known.Select(tag => tag.Index).Should().Equal(Enumerable.Range(0, TagNames.Known.Length));
    }
}
