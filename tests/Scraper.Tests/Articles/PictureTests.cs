using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Labelling;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Articles;

/// <summary>Pictures with their captions and credits; every caption block counts as one.</summary>
public sealed class PictureTests
{
    [Theory]
    [InlineData("<figure><img src=/a.jpg><figcaption>Rain in the valley</figcaption></figure>", "https://news.example/a.jpg|Rain in the valley|")]
    [InlineData("<figure><img src='data:image/gif;base64,x' data-src='//cdn.example/a.jpg'><figcaption><p>Rain</p><p class=photo-credit>Ann Lee</p></figcaption></figure>", "https://cdn.example/a.jpg|Rain|Ann Lee")]
    [InlineData("<figure><img src=/img/placeholder.gif data-src=/a.jpg><figcaption>Rain</figcaption></figure>", "https://news.example/a.jpg|Rain|")]
    [InlineData("<figure><picture><source srcset=b.webp><img srcset='https://cdn.example/a.jpg 1x, https://cdn.example/b.jpg 2x'></picture><figcaption>Rain</figcaption></figure>", "https://cdn.example/a.jpg|Rain|")]
    [InlineData("<div id=attachment_7 class='wp-caption alignright' style='width: 310px'><a href=/a><img src=/a.jpg></a><p class=wp-caption-text>Rain</p></div>", "https://news.example/a.jpg|Rain|")]
    [InlineData("<div class=image-caption><img src=/a.jpg><span>Rain</span></div>", "https://news.example/a.jpg|Rain|")]
    [InlineData("<dl class=gallery-item><dt class=gallery-icon><img src=/a.jpg></dt><dd class='wp-caption-text gallery-caption'>Rain</dd></dl><dl class=gallery-item><dt><img src=/b.jpg></dt><dd>Sun</dd></dl>", "https://news.example/a.jpg|Rain| https://news.example/b.jpg|Sun|")]
    [InlineData("<div class=caption-img><img src=/a.jpg><div class=credit>Ann Lee</div></div>", "https://news.example/a.jpg||Ann Lee")]
    [InlineData("<div class=gallery><img src=/a.jpg><img src=/b.jpg></div><p>Rain</p>", "")]
    [InlineData("<figure><iframe src=https://ads.example/></iframe><figcaption>No picture</figcaption></figure>", "")]
    [InlineData("<figure><img src=/a.jpg><figcaption>One</figcaption></figure><figure><img src=/a.jpg><figcaption>One</figcaption></figure>", "https://news.example/a.jpg|One|")]
    public void A_caption_leads_to_its_picture(string html, string pictures)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));
        var caption = new Verdict(Label.Caption, new Reason(ReasonKind.Model, "test", 1));
        var article = ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, caption))], PageMetadata.None, new Uri("https://news.example/2024/rain"), site: null);
        string.Join(' ', article.Pictures.Select(p => $"{p.Address}|{p.Caption}|{p.Credit}")).Should().Be(pictures);
    }

    [Fact]
    public void An_article_of_several_pages_has_the_pictures_of_all()
    {
        var pages = new[] { "/a.jpg", "/b.jpg", "/a.jpg" }.Select(source =>
        {
            var document = HtmlBlockReader.Read(HtmlTree.Parse($"<figure><img src={source}><figcaption>Rain</figcaption></figure>", HtmlLimits.Default, CancellationToken.None));
            var caption = new Verdict(Label.Caption, new Reason(ReasonKind.Model, "test", 1));
            return ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, caption))], PageMetadata.None, new Uri("https://news.example/rain"), site: null);
        });

        ArticlePages.Join([.. pages]).Pictures.Select(p => p.Address).Should().Equal("https://news.example/a.jpg", "https://news.example/b.jpg");
    }

    [Theory]
    [InlineData(5, "Rain in the valley|The bridge")]
    [InlineData(9, "Rain in the valley")]
    public void Captions_far_behind_the_text_are_of_other_pictures(int lines, string captions)
    {
        var html = "<figure><img src=/a.jpg><figcaption>Rain in the valley</figcaption></figure><p class=t>It rained.</p>" + string.Concat(Enumerable.Repeat("<p>More</p>", lines)) + "<figure><img src=/b.jpg><figcaption>The bridge</figcaption></figure>";
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));

        var article = ArticleBuilder.Build([.. document.Blocks.Select(Labelled)], PageMetadata.None, new Uri("https://news.example/2024/rain"), site: null);

        string.Join('|', article.Captions.Select(c => c.Text)).Should().Be(captions);
        article.Pictures.Should().HaveCount(article.Captions.Count);
    }

    [Fact]
    public void Captions_that_a_sites_rule_found_are_its_own_wherever_they_stand()
    {
        var html = "<p class=t>It rained.</p>" + string.Concat(Enumerable.Repeat("<p>More</p>", 30)) + "<figure><img src=/b.jpg><figcaption>The bridge</figcaption></figure>";
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));

        var article = ArticleBuilder.Build([.. document.Blocks.Select(b => b.Kind == BlockKind.Caption ? new LabelledBlock(b, new Verdict(Label.Caption, new Reason(ReasonKind.SiteRule, "test", 1))) : Labelled(b))], PageMetadata.None, new Uri("https://news.example/2024/rain"), site: null);

        article.Captions.Should().ContainSingle();
    }

    private static LabelledBlock Labelled(Block block) =>
        new(block, new Verdict(block.Kind == BlockKind.Caption ? Label.Caption : block.Element?.Class == "t" ? Label.Body : Label.Other, new Reason(ReasonKind.Model, "test", 1)));
}
