using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Scraper.Core.Sites;
using Xunit;

namespace Scraper.Tests.Articles;

/// <summary>HTML, 4.2.3: the first <c>base</c> with an address is what relative ones are relative to.</summary>
public sealed class BaseAddressTests
{
    private static readonly Uri Page = new("https://news.example/2024/rain");

    [Theory]
    [InlineData("<base href=https://cdn.example/x/>", "https://cdn.example/x/a")]
    [InlineData("<base href=/x/>", "https://news.example/x/a")]
    [InlineData("<base target=_top><base href=/x/><base href=/y/>", "https://news.example/x/a")]
    [InlineData("<base href=data:text/html,x>", "https://news.example/2024/a")]
    [InlineData("<base href='javascript:x()'>", "https://news.example/2024/a")]
    [InlineData("<base href='https://'>", "https://news.example/2024/a")]
    [InlineData("<link rel=canonical href=https://other.example/b/c>", "https://news.example/2024/a")]
    [InlineData("", "https://news.example/2024/a")]
    public void Links_are_relative_to_it(string head, string target)
    {
        using var output = new StringWriter();
        MarkdownArticleWriter.Write(Read($"<head>{head}</head><p>See <a href=a>it</a>.</p>"), output);
        output.ToString().Should().Be($"See [it](<{target}>).\n");
    }

    [Fact]
    public void Pictures_embeds_and_the_page_s_own_address_are_relative_to_it()
    {
        var article = Read("<base href=https://cdn.example/x/><link rel=canonical href=own><figure><img src=a.jpg><figcaption>Rain</figcaption></figure><video src=v.mp4></video>");

        article.Url.Should().Be("https://cdn.example/x/own");
        article.Pictures.Should().ContainSingle().Which.Address.Should().Be("https://cdn.example/x/a.jpg");
        using var output = new StringWriter();
        MarkdownArticleWriter.Write(article, output);
        output.ToString().Should().Contain("(<https://cdn.example/x/v.mp4>)");
    }

    [Fact]
    public void An_article_s_next_page_is_relative_to_it()
    {
        var layout = new SiteLayout { NextPage = [Selector.Of("a.next")] };
        var tree = HtmlTree.Parse("<base href=/x/><a class=next href=2>Next</a>", HtmlLimits.Default, CancellationToken.None);

        SitePaging.NextPage(layout, new SelectorPage(tree), Page).Should().Be(new Uri("https://news.example/x/2"));
    }

    private static Article Read(string html)
    {
        var tree = HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None);
        var blocks = HtmlBlockReader.Read(tree).Blocks.Select(b => new LabelledBlock(b, new Verdict(b.Kind == BlockKind.Caption ? Label.Caption : Label.Body, new Reason(ReasonKind.Model, "test", 1))));
        return ArticleBuilder.Build([.. blocks], MetadataReader.Read(tree, Page), Page, site: null, tree.BaseAddress(Page));
    }
}
