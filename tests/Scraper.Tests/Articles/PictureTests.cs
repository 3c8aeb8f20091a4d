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
    [InlineData("<figure><picture><source srcset=b.webp><img srcset='https://cdn.example/a.jpg 1x, https://cdn.example/b.jpg 2x'></picture><figcaption>Rain</figcaption></figure>", "https://cdn.example/a.jpg|Rain|")]
    [InlineData("<figure><iframe src=https://ads.example/></iframe><figcaption>No picture</figcaption></figure>", "")]
    [InlineData("<figure><img src=/a.jpg><figcaption>One</figcaption></figure><figure><img src=/a.jpg><figcaption>One</figcaption></figure>", "https://news.example/a.jpg|One|")]
    public void A_caption_leads_to_its_picture(string html, string pictures)
    {
        var document = HtmlBlockReader.Read(HtmlTree.Parse(html, HtmlLimits.Default, CancellationToken.None));
        var caption = new Verdict(Label.Caption, new Reason(ReasonKind.Model, "test", 1));
        var article = ArticleBuilder.Build([.. document.Blocks.Select(b => new LabelledBlock(b, caption))], PageMetadata.None, new Uri("https://news.example/2024/rain"), site: null);
        string.Join(' ', article.Pictures.Select(p => $"{p.Address}|{p.Caption}|{p.Credit}")).Should().Be(pictures);
    }
}
