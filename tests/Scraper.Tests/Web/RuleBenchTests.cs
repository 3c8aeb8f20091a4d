using System.Net;
using FluentAssertions;
using Scraper.Tests.Storage;
using Xunit;

namespace Scraper.Tests.Web;

/// <summary>A rule is mended on the bench without a browser: every step is a form and a link.</summary>
public sealed class RuleBenchTests
{
    [Fact]
    public async Task A_layout_that_changed_is_noticed_shown_mended_and_healed()
    {
        await using var site = await NewsSite.StartAsync(articles: 24);
        var web = site.Workbench;
        site.ChangeLayout(more: 5);
        (await web.FollowAsync(await web.SubmitAsync(await web.PageAsync("/"), "/sites/run", ("site", "news")))).Title.Should().StartWith("Activity");
        await site.StoredAsync(29);
        var sites = await web.PageAsync("/");
        sites.QuerySelectorAll("h2").Select(h => h.TextContent).Should().Contain("Alarms");

        // The alarm names a page whose body is lost.
        var page = await web.FollowAsync(await web.Client.GetAsync(sites.QuerySelector("main table a[href^='/pages?url=']")!.GetAttribute("href")));
        page.QuerySelector("iframe")!.GetAttribute("sandbox").Should().NotContain("allow-scripts");
        var frame = await web.PageAsync(page.QuerySelector("iframe")!.GetAttribute("src")!);
        var lost = frame.QuerySelectorAll(".block.stripped").First(b => b.QuerySelector("p")!.TextContent.StartsWith('w'));

        // A click on it leads to the bench, where it is said to be the body.
        var bench = await web.PageAsync(lost.QuerySelector("a.tag")!.GetAttribute("href")!);
        var action = bench.QuerySelector("textarea")!.Closest("form")!.GetAttribute("action")!;
        bench.QuerySelector("textarea")!.TextContent.TrimStart('\n').Should().Be(NewsSite.Rule);
        var proposed = await web.FollowAsync(await web.SubmitAsync(bench, action, ("label", "body"), ("action", "propose")));
        proposed.QuerySelector("#proposals code")!.TextContent.Should().Be("select: body: .entry-text");

        var tried = await web.FollowAsync(await web.SubmitAsync(proposed, action, ("action", proposed.QuerySelector("#proposals button")!.GetAttribute("value")!)));
        tried.QuerySelector("#effect")!.TextContent.Should().Contain("5 better").And.Contain("24 the same").And.NotContain("lost");
        File.ReadAllText(site.RulePath).Should().Be(NewsSite.Rule, "nothing is saved yet");

        var saved = await web.FollowAsync(await web.SubmitAsync(tried, action, ("action", "save")));
        saved.QuerySelector("[role=status]")!.TextContent.Should().Contain("saved and in force");
        File.ReadAllText(site.RulePath).Should().Be(NewsSite.Rule.Replace("  body: .story   # since 2020", "  body:\n    - .entry-text\n    - .story   # since 2020", StringComparison.Ordinal));
        Directory.GetFiles(site.Folder).Should().ContainSingle("nothing half written is left");

        (await web.FollowAsync(await web.SubmitAsync(saved, "/sites/reextract"))).Title.Should().StartWith("Activity");
        await NewsSite.UntilAsync(async () => (await web.PageAsync("/activity")).Body!.TextContent.Contains("5 better", StringComparison.Ordinal));
        var healed = (await web.Store.Store.Articles.FindAsync("http://news.example/a/26", CancellationToken.None))!;
        healed.Article.Text.Should().Be(NewsSite.TextOf(26));
        healed.ExtractorRevision.Should().Be(2);

        // The next pages fit, and the alarm is over.
        site.Add(4);
        await web.FollowAsync(await web.SubmitAsync(await web.PageAsync("/"), "/sites/run", ("site", "news")));
        await site.StoredAsync(33);
        await NewsSite.UntilAsync(async () => (await web.Store.Store.Memory.AlarmsAsync(openOnly: true, 10, CancellationToken.None)).Count == 0);
    }

    [Fact]
    public async Task A_rule_that_would_lose_bodies_is_saved_only_when_that_is_confirmed()
    {
        await using var site = await NewsSite.StartAsync(articles: 4);
        var (web, bench, action) = await BenchAsync(site);
        var worse = NewsSite.Rule.Replace(".story", "'figcaption'", StringComparison.Ordinal);

        using var refused = await web.SubmitAsync(bench, action, ("text", worse), ("action", "save"));
        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var said = Workbench.Parse(await refused.Content.ReadAsStringAsync());
        said.QuerySelector("[role=alert]")!.TextContent.Should().Contain("would lose their body");
        said.QuerySelector("label[for=confirm]").Should().NotBeNull();
        said.QuerySelector("textarea")!.TextContent.Should().Contain("figcaption", "the work is not lost");
        File.ReadAllText(site.RulePath).Should().Be(NewsSite.Rule);

        await web.FollowAsync(await web.SubmitAsync(said, action, ("action", "save"), ("confirm", "yes")));
        File.ReadAllText(site.RulePath).Should().Be(worse);
    }

    [Theory]
    [InlineData("strp: x\n", "did you mean")]
    [InlineData("hosts: [news.example]\nselect: { body: 'div[[' }\n", "select.body")]
    [InlineData(": :\n  - [", "not YAML")]
    [InlineData("extends: [no-such-family]\nhosts: [news.example]\n", "no-such-family")]
    [InlineData("name: family\n", "hosts")]
    public async Task A_file_with_errors_is_not_saved_and_every_error_is_named(string text, string error)
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        var (web, bench, action) = await BenchAsync(site);

        using var refused = await web.SubmitAsync(bench, action, ("text", text), ("action", "save"), ("confirm", "yes"));

        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        var said = Workbench.Parse(await refused.Content.ReadAsStringAsync());
        said.QuerySelector(".problems")!.TextContent.Should().Contain(error);
        File.ReadAllText(site.RulePath).Should().Be(NewsSite.Rule);
        (await web.FollowAsync(await web.SubmitAsync(bench, action, ("text", text), ("action", "try")))).QuerySelector("#effect").Should().BeNull("what is refused cannot be tried");
    }

    [Theory]
    [InlineData("name: news", "name: Other", "name: \"Other\" is also the name of other.yaml")]
    [InlineData("[news.example]", "[news.example, other.example]", "hosts: other.example is also a host of other.yaml")]
    public async Task A_file_that_would_put_another_site_out_of_force_is_not_saved(string own, string others, string problem)
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "other.yaml"), "name: other\nhosts: [other.example]\n");
        var (web, bench, action) = await BenchAsync(site);
        var saved = await web.FollowAsync(await web.SubmitAsync(bench, action, ("text", NewsSite.Rule + "language: en\n"), ("action", "save")));
        var draft = NewsSite.Rule.Replace(own, others, StringComparison.Ordinal);

        var tried = await web.FollowAsync(await web.SubmitAsync(saved, action, ("text", draft), ("action", "try")));
        using var refused = await web.SubmitAsync(saved, action, ("text", draft), ("action", "save"), ("confirm", "yes"));

        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        foreach (var said in new[] { tried, Workbench.Parse(await refused.Content.ReadAsStringAsync()) })
        {
            said.QuerySelector(".problems")!.TextContent.Should().Contain(problem);
        }

        File.ReadAllText(site.RulePath).Should().EndWith("language: en\n");
    }

    [Fact]
    public async Task A_file_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        var (web, bench, action) = await BenchAsync(site);
        await File.WriteAllTextAsync(site.RulePath, NewsSite.Rule + "# by hand\n");

        using var refused = await web.SubmitAsync(bench, action, ("text", NewsSite.Rule + "language: en\n"), ("action", "save"));

        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("changed on disk");
        File.ReadAllText(site.RulePath).Should().EndWith("# by hand\n");
    }

    [Fact]
    public async Task A_saved_file_keeps_its_line_ends()
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        await File.WriteAllTextAsync(site.RulePath, NewsSite.Rule.ReplaceLineEndings("\r\n"));
        var (web, bench, action) = await BenchAsync(site);

        await web.FollowAsync(await web.SubmitAsync(bench, action, ("text", NewsSite.Rule + "language: en\n"), ("action", "save")));

        File.ReadAllText(site.RulePath).Should().Be((NewsSite.Rule + "language: en\n").ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task A_link_stays_one_and_the_file_it_leads_to_is_saved()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links take a right there that tests need not have.
        }

        await using var site = await NewsSite.StartAsync(articles: 1);
        var real = Directory.CreateDirectory(Path.Combine(site.Folder, "real")).FullName;
        File.Move(site.RulePath, Path.Combine(real, "of-news"));
        File.CreateSymbolicLink(site.RulePath, Path.Combine("real", "of-news"));
        var (web, bench, action) = await BenchAsync(site);

        await web.FollowAsync(await web.SubmitAsync(bench, action, ("text", NewsSite.Rule + "language: en\n"), ("action", "save")));

        File.ResolveLinkTarget(site.RulePath, returnFinalTarget: false).Should().NotBeNull();
        File.ReadAllText(Path.Combine(real, "of-news")).Should().EndWith("language: en\n");
        Directory.GetFiles(real).Should().ContainSingle("nothing half written is left");
    }

    [Fact]
    public async Task A_site_without_a_rule_gets_a_file_of_its_own_and_never_outside_the_folder()
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        var web = site.Workbench;
        var host = "sub.other-news.example";
        await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article($"http://{host}/1", NewsSite.TextOf(3), site: host), $"<html><body><div class='text'>{NewsSite.TextOf(3).Replace("\n\n", "<p>", StringComparison.Ordinal)}</div></body></html>"));
        var bench = await web.FollowAsync(await web.Client.GetAsync("/sites/bench?site=" + host));
        bench.QuerySelector("textarea")!.TextContent.Trim().Should().Be($"hosts: [{host}]");
        var action = bench.QuerySelector("textarea")!.Closest("form")!.GetAttribute("action")!;

        await web.FollowAsync(await web.SubmitAsync(bench, action, ("text", $"hosts: [{host}]\nselect: {{ body: .text }}\n"), ("action", "save"), ("confirm", "yes")));

        Directory.GetFiles(site.Folder).Select(Path.GetFileName).Should().BeEquivalentTo("news.yaml", $"{host}.yaml");
    }

    [Theory]
    [InlineData("/pages/999")]
    [InlineData("/pages/999/bench")]
    [InlineData("/pages/-1/bench")]
    [InlineData("/sites/bench?site=nowhere")]
    [InlineData("/pages?url=http://nowhere.example/")]
    public async Task What_is_not_in_the_archive_is_said_on_a_page(string path)
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Saving_needs_the_token_against_forgery()
    {
        await using var site = await NewsSite.StartAsync(articles: 1);
        var (web, bench, action) = await BenchAsync(site);

        using var refused = await web.SubmitAsync(bench, action, ("text", "hosts: [evil.example]\n"), ("action", "save"), ("confirm", "yes"), ("csrf", "x"));

        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        File.ReadAllText(site.RulePath).Should().Be(NewsSite.Rule);
    }

    private static async Task<(Workbench Web, AngleSharp.Html.Dom.IHtmlDocument Bench, string Action)> BenchAsync(NewsSite site)
    {
        var bench = await site.Workbench.FollowAsync(await site.Workbench.Client.GetAsync("/sites/bench?site=news"));
        return (site.Workbench, bench, bench.QuerySelector("textarea")!.Closest("form")!.GetAttribute("action")!);
    }
}
