using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;
using Xunit;

namespace Scraper.Tests.Metadata;

public sealed class MetadataReaderTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_graph_of_json_ld_gives_all_fields()
    {
        var page = Read("""
            <html lang="en-us"><head><title>Rain stops play | The Daily Example</title>
            <meta property="og:site_name" content="The Daily Example">
            <link rel="canonical" href="/sport/rain">
            <script type="application/ld+json"><!--
            {"@context":"https://schema.org","@graph":[
              {"@type":"NewsArticle","headline":"Rain stops play","author":[{"@id":"#p1"},{"@type":"Person","name":"Sam O&#039;Neil"}],
               "datePublished":"2024-05-01T09:30:00+02:00","dateModified":"2024-05-02T10:00:00Z","articleSection":"Sport","keywords":["cricket","rain"],
               "image":{"url":"/rain.jpg"},"isAccessibleForFree":"False","articleBody":"It rained.",},
              {"@type":"Person","@id":"#p1","name":"Ann Lee"}]}
            --></script></head><body><h1>Rain stops play</h1><p>It rained.</p></body></html>
            """);
        page.Should().BeEquivalentTo(new PageMetadata
        {
            Title = "Rain stops play",
            Authors = ["Ann Lee", "Sam O'Neil"],
            PublishedAt = new PageDate(new DateTimeOffset(2024, 5, 1, 9, 30, 0, TimeSpan.FromHours(2)), DatePrecision.Second, true),
            ModifiedAt = new PageDate(new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.Zero), DatePrecision.Second, true),
            Language = "en-US",
            SiteName = "The Daily Example",
            Section = "Sport",
            Tags = ["cricket", "rain"],
            LeadPicture = "https://example.com/rain.jpg",
            CanonicalUrl = "https://example.com/sport/rain",
            IsPaywalled = true,
            ArticleBody = "It rained.",
            Type = "NewsArticle",
        });
    }

    [Theory]
    [InlineData("<title>Big news - Example Times</title><h1>Big news</h1>", "Big news")]
    [InlineData("<title>Big news today - Example Times</title><meta property=og:site_name content='Example Times'>", "Big news today")]
    [InlineData("<title>Example Times: Big news today</title><meta property=og:site_name content='Example Times'><h1>Example Times</h1>", "Big news today")]
    [InlineData("<meta property=og:title content='A long headline of the page | Example'><h1>Example</h1><h1>A long headline of the page</h1>", "A long headline of the page")]
    [InlineData("<title>Rock - paper - scissors | example.com</title>", "Rock - paper - scissors")]
    [InlineData("<meta property=og:title content='Rain stops play again'><h1><span>Sport</span><div>Rain stops play again</div></h1>", "Rain stops play again")]
    [InlineData("<h1>Headline &amp; more</h1>", "Headline & more")]
    public void The_title_is_the_headline_without_the_site(string html, string title) => Read(html).Title.Should().Be(title);

    [Theory]
    [InlineData("<h1>T</h1><p>By Ann Lee, Bob Ray and Cy Doe</p><p>Text.</p>", "Ann Lee|Bob Ray|Cy Doe")]
    [InlineData("<h1>T</h1><p>Von Anna Müller und Jan Groß, Berlin-Korrespondent</p>", "Anna Müller|Jan Groß")]
    [InlineData("<h1>T</h1><p>By Ann Lee, Staff Writer | March 3, 2021</p>", "Ann Lee")]
    [InlineData("<h1>T</h1><div><span>By <a href=/author/ann>Ann Lee</a></span>Published: <time>March 3, 2021</time></div>", "Ann Lee")]
    [InlineData("<h1>T</h1><div><span>By <a href=/author/ann>Ann Lee</a></span>Updated March 3, 2021</div>", "Ann Lee")]
    [InlineData("<meta name='mrf:authors' content='Ann Lee;Bob Ray'><h1>T</h1>", "Ann Lee|Bob Ray")]
    [InlineData("<h1>T</h1><div class=byline>By <a href=/author/ann>Ann Lee</a><span>March 3, 2021</span></div>", "Ann Lee")]
    [InlineData("<meta name=author content='By ANN LEE'><h1>T</h1>", "Ann Lee")]
    [InlineData("<meta name=author content='https://facebook.com/ann'><h1>T</h1><a rel=author>Ann Lee</a>", "Ann Lee")]
    [InlineData("<meta name=author content='admin'><h1>T</h1><p>By Ann Lee</p>", "Ann Lee")]
    [InlineData("<meta name=author content='Ann Lee, @annlee'><h1>T</h1>", "Ann Lee")]
    [InlineData("<meta name=author content='Ann Lee;Ann Lee'><h1>T</h1>", "Ann Lee")]
    [InlineData("<meta name=citation_author content='Lee, Ann'><meta name=citation_author content='Ray, Bob'><h1>T</h1>", "Ann Lee|Bob Ray")]
    [InlineData("<h1>T</h1><p itemprop=author itemscope><span itemprop=name>Ann Lee</span> of The Planet</p>", "Ann Lee")]
    [InlineData("<meta name=author content='Example News'><meta property=og:site_name content='Example News'><h1>T</h1><p>By Ann Lee</p>", "Ann Lee")]
    [InlineData("<meta name=author content='Example News'><meta property=og:site_name content='Example News'><h1>T</h1>", "Example News")]
    [InlineData("<h1>T</h1><p>Text.</p><div class=comment><span class=author>Troll One</span></div>", "")]
    [InlineData("<h1>T</h1><p>By Ann Lee</p><p>Edited by Bob Ray</p>", "Ann Lee")]
    public void Authors_are_names(string html, string names) =>
        string.Join('|', Read(html).Authors).Should().Be(names);

    [Theory]
    [InlineData("<meta property=article:published_time content=2024-05-01T10:00:00Z><h1>T</h1>", "2024-05-01T10:00:00+00:00")]
    [InlineData("<meta name=parsely-pub-date content='2024-05-01 10:00'><h1>T</h1>", "2024-05-01T10:00")]
    [InlineData("<meta property=article:published_time content=1714557600><h1>T</h1>", "2024-05-01T10:00:00+00:00")]
    [InlineData("<h1>T</h1><time datetime=2024-05-01>yesterday</time>", "2024-05-01")]
    [InlineData("<h1>T</h1><p>Published May 1, 2024 | Updated May 9, 2024</p>", "2024-05-01")]
    [InlineData("<h1>T</h1><p>Updated May 9, 2024. Published May 1, 2024</p>", "2024-05-01")]
    [InlineData("<h1>T</h1><p>1. Mai 2024, 10:30 Uhr</p>", "2024-05-01T10:30")]
    [InlineData("<meta property=article:published_time content=2031-05-01><h1>T</h1><p>May 1, 2024</p>", "2024-05-01")]
    [InlineData("<h1>T</h1><p>Text.</p><footer>© May 1, 2024</footer>", null)]
    [InlineData("<h1>T</h1><p>On May 1, 2023 something happened that was not the day of the article.</p>", null)]
    [InlineData("<meta property=article:published_time content=2024-05-20T10:00:00Z><h1>T</h1><p>May 1, 2024</p>", "2024-05-01")]
    [InlineData("<meta property=article:published_time content=2024-05-01T23:00:00Z><h1>T</h1><p>May 2, 2024</p>", "2024-05-01T23:00:00+00:00")]
    public void The_date_is_that_of_publication(string html, string? date) => (Read(html).PublishedAt?.ToString()).Should().Be(date);

    [Fact]
    public void The_url_dates_a_page_that_nothing_else_does() =>
        MetadataReader.Read(Tree("<h1>T</h1>"), new Uri("https://example.com/2024/05/01/story.html"), Now).PublishedAt!.ToString().Should().Be("2024-05-01");

    [Theory]
    [InlineData("de_at", "de-AT")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("EN", "en")]
    [InlineData("english", null)]
    [InlineData("", null)]
    public void A_language_tag_is_written_as_bcp_47_has_it(string tag, string? normal) => Read($"<html lang='{tag}'>").Language.Should().Be(normal);

    [Fact]
    public void Only_web_addresses_are_taken() =>
        Read("<link rel=canonical href='javascript:alert(1)'><meta property=og:image content='data:image/png;base64,AA'>")
            .Should().Match<PageMetadata>(p => p.CanonicalUrl == null && p.LeadPicture == null);

    [Fact]
    public void Of_several_articles_the_pages_own_is_taken() =>
        Read("""
            <title>Second story of the day</title><h1>Second story of the day</h1>
            <script type="application/ld+json">[{"@type":"NewsArticle","headline":"Another teaser","author":"Al One"},{"@type":"NewsArticle","headline":"A third teaser","author":"Al Two"}]</script>
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Second story of the day","author":"Bo Two"}</script>
            """).Authors.Should().Equal("Bo Two");

    [Theory]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"A\nB\",\"author\":\"Ann Lee\"}")]
    [InlineData("{\"@type\":\"Article\",\"author\":\"Ann Lee\"};")]
    [InlineData("//<![CDATA[\n{\"@type\":\"Article\",\"author\":\"Ann Lee\",}\n//]]>")]
    [InlineData("{\"@type\":\"Article\",\"x\":\"a\\'b\",\"author\":\"Ann Lee\"}")]
    public void Broken_json_ld_is_mended(string script) =>
        Read($"<script type='application/ld+json'>{script}</script>").Authors.Should().Equal("Ann Lee");

    [Fact]
    public void Hostile_pages_end()
    {
        Read(string.Concat(Enumerable.Repeat("<div class=author>", 5000)) + "By Ann Lee").Should().NotBeNull();
        Read($"<script type='application/ld+json'>{new string('[', 100_000)}</script>").Authors.Should().BeEmpty();
        Read($"<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"author\":\"{new string('*', 1_000_000)}\"}}</script>").Authors.Should().BeEmpty();
        Read($"<h1>{new string('x', 1_000_000)}</h1><time>{new string('1', 100_000)}</time>").PublishedAt.Should().BeNull();
    }

    [Fact]
    public void Any_text_gives_metadata() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<string, string>((a, b) =>
            Read($"<meta name=author content=\"{a}\"><h1>{b}</h1><p>By {a}</p><time>{b}</time><p>{a} 2020 {b}</p><script type='application/ld+json'>{{\"@type\":\"Article\",\"author\":\"{a}\"}}</script>") is not null));

    private static PageMetadata Read(string html) => MetadataReader.Read(Tree(html), new Uri("https://example.com/a/b"), Now);

    private static HtmlTree Tree(string html) => HtmlTree.Parse(html, HtmlLimits.Default, default);
}
