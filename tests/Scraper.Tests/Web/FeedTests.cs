using System.Net;
using System.Xml.Linq;
using FluentAssertions;
using Scraper.Discovery.Feeds;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Atom_has_what_RFC_4287_requires()
    {
        await using var web = await StartAsync();

        var feed = XDocument.Parse(await web.Client.GetStringAsync("/feeds/articles.atom")).Root!;

        feed.Name.Should().Be(Atom + "feed");
        Single(feed, "id").Should().Be("urn:scraper:feed:all");
        Single(feed, "title").Should().NotBeEmpty();
        DateTimeOffset.Parse(Single(feed, "updated"), null).Should().Be(StoreFixture.Now.AddHours(1));
        feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value.Should().Be(web.Origin + "/feeds/articles.atom");
        foreach (var entry in feed.Elements(Atom + "entry"))
        {
            Uri.TryCreate(Single(entry, "id"), UriKind.Absolute, out _).Should().BeTrue();
            Single(entry, "title").Should().NotBeEmpty();
            DateTimeOffset.TryParse(Single(entry, "updated"), out _).Should().BeTrue();
            entry.Elements(Atom + "author").Should().NotBeEmpty().And.OnlyContain(a => a.Element(Atom + "name")!.Value.Length > 0);
            entry.Elements(Atom + "link").Should().ContainSingle(l => l.Attribute("rel")!.Value == "alternate");
            entry.Element(Atom + "content")!.Attribute("type")!.Value.Should().Be("html");
        }

        feed.Elements(Atom + "entry").Select(e => Single(e, "id")).Should().OnlyHaveUniqueItems().And.HaveCount(3);
    }

    [Fact]
    public async Task A_JSON_feed_has_what_version_1_1_requires()
    {
        await using var web = await StartAsync();

        var feed = await web.JsonAsync("/feeds/articles.json");

        feed.GetProperty("version").GetString().Should().Be("https://jsonfeed.org/version/1.1");
        feed.GetProperty("title").GetString().Should().NotBeEmpty();
        feed.GetProperty("feed_url").GetString().Should().Be(web.Origin + "/feeds/articles.json");
        feed.GetProperty("items").EnumerateArray().Should().HaveCount(3).And.OnlyContain(i => i.GetProperty("id").GetString()!.Length > 0 && i.GetProperty("content_html").GetString()!.Length > 0);
    }

    [Theory]
    [InlineData("/feeds/articles.atom", "application/atom+xml", "atom10")]
    [InlineData("/feeds/articles.json", "application/feed+json", "json11")]
    public async Task Our_own_reader_reads_the_same_text_back(string path, string type, string version)
    {
        await using var web = await StartAsync();

        var feed = FeedReader.Read(await web.Client.GetByteArrayAsync(path), type, "utf-8", web.Root)!;

        (feed.Version, feed.Problem).Should().Be((version, null));
        foreach (var entry in feed.Entries)
        {
            var stored = (await web.Store.Store.Articles.FindAsync(entry.Link!, CancellationToken.None))!.Article;
            entry.Title!.Value.Should().Be(stored.Title);
            entry.Author.Should().Contain("Ann Author");
            Words(Workbench.Parse(entry.Content[0].Value).Body!.TextContent).Should().Equal(Words(stored.Text));
        }
    }

    [Fact]
    public async Task Section_and_tags_are_the_categories_of_an_entry()
    {
        await using var web = await StartAsync();
        var article = StoreFixture.Article("https://a.example/9", "A text with topics.");
        await web.Store.SaveAsync(StoreFixture.Page(article with { Metadata = article.Metadata with { Section = "World", Tags = ["world", "harbour & sea"] } }));

        foreach (var path in new[] { "/feeds/articles.atom?q=topics", "/feeds/articles.json?q=topics" })
        {
            FeedReader.Read(await web.Client.GetByteArrayAsync(path), null, null, web.Root)!.Entries.Single().Tags.Select(t => t.Term).Should().Equal("World", "harbour & sea");
        }
    }

    [Fact]
    public async Task A_feed_of_a_site_and_of_a_search_holds_just_that()
    {
        await using var web = await StartAsync();

        var site = FeedReader.Read(await web.Client.GetByteArrayAsync("/feeds/articles.atom?site=other"), null, null, web.Root)!;
        var search = FeedReader.Read(await web.Client.GetByteArrayAsync("/feeds/articles.json?q=%22second+text%22"), null, null, web.Root)!;
        using var nowhere = await web.Client.GetAsync("/feeds/articles.atom?site=nowhere");

        site.Entries.Select(e => e.Link).Should().Equal("https://b.example/3");
        search.Entries.Select(e => e.Link).Should().Equal("https://a.example/2");
        nowhere.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/feeds/articles.atom")]
    [InlineData("/feeds/articles.json?q=text")]
    public async Task A_reader_that_has_it_is_told_so_until_something_changes(string path)
    {
        await using var web = await StartAsync();
        using var first = await web.Client.GetAsync(path);
        var tag = first.Headers.ETag!;

        (await AgainAsync(web, path, r => r.Headers.IfNoneMatch.Add(tag))).Should().Be(HttpStatusCode.NotModified);
        (await AgainAsync(web, path, r => r.Headers.IfNoneMatch.ParseAdd("W/\"other\", " + "W/" + tag))).Should().Be(HttpStatusCode.NotModified);
        (await AgainAsync(web, path, r => r.Headers.IfNoneMatch.ParseAdd("\"other\""))).Should().Be(HttpStatusCode.OK);
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", "The first text has changed."), at: StoreFixture.Now.AddHours(2)));
        (await AgainAsync(web, path, r => r.Headers.IfNoneMatch.Add(tag))).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reader_that_asks_by_time_gets_the_feed_whatever_was_imported()
    {
        await using var web = await StartAsync();
        using var first = await web.Client.GetAsync("/feeds/articles.atom");
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/0", "A text of long ago."), at: StoreFixture.Now.AddYears(-5)));

        first.Content.Headers.LastModified.Should().BeNull("the store knows no time that moves with every change");
        (await AgainAsync(web, "/feeds/articles.atom", r => r.Headers.IfModifiedSince = DateTimeOffset.UtcNow)).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> AgainAsync(Workbench web, string path, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with(request);
        using var answer = await web.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<Workbench> StartAsync()
    {
        var web = await Workbench.StartAsync();
        foreach (var (url, text, site) in new[]
        {
            ("https://a.example/1", "The first text: 1 < 2 & \"so on\".\n\nWith <b>markup</b> in words, é ж 漢 \U0001F600.", "example"),
            ("https://a.example/2", "The second text.", "example"),
            ("https://b.example/3", "The third text.", "other"),
        })
        {
            var article = StoreFixture.Article(url, text, "Title <i>of</i> " + url, site);
            await web.Store.SaveAsync(StoreFixture.Page(article, at: StoreFixture.Now.AddHours(site == "other" ? 1 : 0)));
        }

        return web;
    }

    private static string Single(XElement parent, string name) => parent.Elements(Atom + name).Single().Value;

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
