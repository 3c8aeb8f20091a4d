using System.Net;
using System.Text.RegularExpressions;
using FluentAssertions;
using Scraper.Core.Labelling;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class PagesTests
{
    private const string First = "The mayor opened the bridge on Monday.";
    private const string Second = "It cost four million.";

    [Fact]
    public async Task Sites_show_their_last_visit_the_articles_a_day_and_refused_rules()
    {
        await using var web = await Workbench.StartAsync();
        var store = web.Store.Store;
        var today = DateTimeOffset.UtcNow;
        await store.Crawl.StartRunAsync("example", "node", today.AddMinutes(-10), CancellationToken.None);
        await store.Crawl.FinishRunAsync("example", new SiteRun(today.AddMinutes(-9), SiteRunOutcome.Failed, today.AddHours(1), "no source answers"), CancellationToken.None);
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", First) with { PublishedAt = null }, at: today));
        await store.Rules.SetProblemsAsync([new RuleFileProblem("/sites/a.yaml", 3, 1, "body", "no such selector", true, today)], CancellationToken.None);

        var page = await web.PageAsync("/");

        var row = page.QuerySelectorAll("main tbody tr")[0];
        row.TextContent.Should().Contain("example").And.Contain("Failed");
        row.QuerySelector("svg")!.GetAttribute("aria-label").Should().Be("example, articles a day: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1");
        row.QuerySelector("svg")!.Children.Should().HaveCount(14, "bars within bars are not drawn");
        page.Body!.TextContent.Should().Contain("a.yaml").And.Contain("no such selector");
    }

    [Fact]
    public async Task The_list_is_walked_page_by_page_without_loss_or_repetition()
    {
        await using var web = await Workbench.StartAsync();
        for (var i = 0; i < 120; i++)
        {
            // Many of one moment: the number has to order them.
            await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://a.example/{i}", $"Text {i}.", $"Title {i}") with { PublishedAt = null }, at: StoreFixture.Now.AddSeconds(i / 40)));
        }

        var (path, titles) = ("/articles", new List<string>());
        while (path is not null)
        {
            var page = await web.PageAsync(path);
            titles.AddRange(page.QuerySelectorAll(".articles a").Select(a => a.TextContent));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        titles.Should().Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"Title {i}"));
    }

    [Fact]
    public async Task A_search_marks_what_it_found()
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page("https://a.example/1", First));

        var page = await web.PageAsync("/articles?q=bridge");

        page.QuerySelector(".articles mark")!.TextContent.Should().Be("bridge");
    }

    [Fact]
    public async Task A_long_search_is_made_or_refused_whole()
    {
        await using var web = await Workbench.StartAsync();
        var words = Enumerable.Range(10, 25).Select(i => $"bridge{i}").ToList();
        await web.Store.SaveAsync(StoreFixture.Page("https://a.example/1", string.Join(' ', words)));

        var found = await web.PageAsync("/articles?q=" + string.Join('+', words));
        var missed = await web.PageAsync("/articles?q=" + string.Join('+', words.Append("harbour")));
        var refused = await web.PageAsync("/articles?q=" + string.Join('+', Enumerable.Repeat("bridge", 40)));

        found.QuerySelectorAll(".articles li").Should().ContainSingle();
        missed.QuerySelectorAll(".articles li").Should().BeEmpty();
        refused.QuerySelector("[role=alert]")!.TextContent.Should().StartWith("At most 32 words");
    }

    [Fact]
    public async Task A_page_that_is_not_in_the_archive_has_no_frame()
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.GetAsync("/pages/7/frame");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().Contain("sandbox");
    }

    [Fact]
    public async Task An_article_is_read_with_its_facts_and_each_block_says_why_it_was_kept_or_stripped()
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", $"{First}\n\n{Second}", stripped: Label.Related)));

        var read = await web.PageAsync("/articles/1");
        var blocks = await web.PageAsync("/articles/1/page");

        read.QuerySelector("article")!.TextContent.Should().Contain(First).And.Contain(Second).And.NotContain("Buy now!");
        read.QuerySelector("dl")!.TextContent.Should().Contain("Ann Author").And.Contain("https://a.example/1");
        blocks.QuerySelectorAll(".block.kept p").Select(p => p.TextContent).Should().Equal(First, Second);
        var stripped = blocks.QuerySelectorAll(".block.stripped").Should().ContainSingle().Which;
        stripped.GetAttribute("data-label").Should().Be("related");
        stripped.TextContent.Should().Contain("Buy now!").And.Contain("model: test");
        blocks.QuerySelector(".bench article")!.TextContent.Should().NotContain("Buy now!");
    }

    [Fact]
    public async Task Revisions_show_what_changed()
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page("https://a.example/1", $"{First}\n\n{Second}"));
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", $"{First}\n\nIt cost five million."), at: StoreFixture.Now.AddHours(1)));

        var page = await web.PageAsync("/articles/1/revisions");

        page.QuerySelectorAll("h2").Select(h => h.TextContent).Should().Equal("Revision 2", "Revision 1");
        page.QuerySelectorAll("ins").Should().Contain(i => i.TextContent.Contains("It cost five million."));
        page.QuerySelectorAll("del").Should().Contain(d => d.TextContent.Contains(Second));
    }

    [Fact]
    public async Task A_story_stands_side_by_side_with_the_common_words_marked()
    {
        await using var web = await Workbench.StartAsync();
        var common = StoreFixture.Words(1, 150);
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://a.example/1", common, "First telling", "a")));
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article("https://b.example/1", common + "\n\nAnd here is something new.", "Second telling", "b"), at: StoreFixture.Now.AddHours(1)));

        var story = (await web.PageAsync("/articles/2")).QuerySelectorAll("nav.views a").Single(a => a.TextContent == "Story").GetAttribute("href")!;
        var page = await web.PageAsync(story);

        page.QuerySelectorAll(".tellings section").Should().HaveCount(2);
        page.QuerySelectorAll("mark").Should().NotBeEmpty();
        page.QuerySelectorAll("p").Single(p => p.TextContent == "And here is something new.").QuerySelector("mark").Should().BeNull();
    }

    [Theory]
    [InlineData("/articles/999")]
    [InlineData("/articles/999/page")]
    [InlineData("/articles/999/revisions")]
    [InlineData("/stories/999")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_said_on_a_page(string path)
    {
        await using var web = await Workbench.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        Workbench.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent.Should().Be("Not Found");
    }

    [Fact]
    public async Task Every_page_can_be_used_by_keyboard_and_screen_reader()
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page("https://a.example/1", First));
        (await web.PageAsync("/")).QuerySelectorAll("th").Should().NotBeEmpty();
        foreach (var path in new[] { "/", "/articles", "/articles?q=bridge", "/articles/1", "/articles/1/page", "/articles/1/revisions", "/fetch", "/login" })
        {
            var page = await web.PageAsync(path);
            page.DocumentElement.GetAttribute("lang").Should().Be("en");
            page.QuerySelectorAll("h1").Should().ContainSingle(path);
            page.QuerySelector("main#content").Should().NotBeNull();
            page.QuerySelector("a.skip")!.GetAttribute("href").Should().Be("#content");
            foreach (var input in page.QuerySelectorAll("input:not([type=hidden])"))
            {
                page.QuerySelector($"label[for={input.Id}]").Should().NotBeNull(path);
            }

            page.QuerySelectorAll("[id]").Select(e => e.Id).Should().OnlyHaveUniqueItems();
            page.QuerySelectorAll("th").All(h => h.HasAttribute("scope")).Should().BeTrue(path);
        }
    }

    [Fact]
    public async Task The_style_sheet_names_nothing_from_elsewhere()
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.GetAsync("/assets/workbench.css");

        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/css");
        Regex.IsMatch(await answer.Content.ReadAsStringAsync(), "url\\(|@import").Should().BeFalse();
    }
}
