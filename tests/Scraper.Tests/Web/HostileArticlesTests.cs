using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using FluentAssertions;
using Scraper.Core.Articles;
using Scraper.Core.Blocks;
using Scraper.Core.Drift;
using Scraper.Core.Labelling;
using Scraper.Core.Sites;
using Scraper.Discovery.Feeds;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Tests.Storage;
using Scraper.Web.Live;
using Scraper.Web.Pages;
using Xunit;

namespace Scraper.Tests.Web;

/// <summary>Whatever stands in an article, an answer is made of our own elements only, and nothing in it runs.</summary>
public sealed class HostileArticlesTests
{
    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
    [
        "html", "head", "title", "meta", "link", "body", "header", "nav", "main", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "a", "ul", "ol", "li", "dl",
        "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "form", "label", "input", "button", "time", "code", "pre", "strong", "em", "mark", "ins", "del", "small",
        "blockquote", "details", "summary", "svg", "rect", "br", "fieldset", "legend", "select", "option", "textarea", "iframe", "script", "progress",
    ]);

    [Fact]
    public void The_set_is_large_enough() => HostileText.All.Distinct().Count().Should().BeGreaterThan(40);

    [Fact]
    public async Task No_page_becomes_more_than_the_words_of_a_hostile_article()
    {
        await using var web = await Workbench.StartAsync();
        var store = web.Store.Store;
        for (var i = 0; i < HostileText.All.Count; i++)
        {
            foreach (var article in Articles(i, HostileText.All[i]))
            {
                await web.Store.SaveAsync(StoreFixture.Page(article));
                await web.Store.SaveAsync(StoreFixture.Page(article with { Title = article.Title + " again", Text = article.Text + "\n\n" + HostileText.All[i] }, "<html>changed", at: StoreFixture.Now.AddHours(1)));
            }
        }

        await store.Rules.SetProblemsAsync([.. HostileText.All.Select((t, i) => new RuleFileProblem($"/sites/{t}.yaml", i + 1, 1, t, t, true, StoreFixture.Now))], CancellationToken.None);
        var articles = await store.Articles.ListAsync(ArticleFilter.All, CancellationToken.None);
        articles.Should().HaveCount(HostileText.All.Count * 2);
        var pages = 0;
        foreach (var path in await PathsAsync(store, articles))
        {
            AssertInert(await web.PageAsync(path), path);
            pages++;
        }

        pages.Should().BeGreaterThan(articles.Count * 3);
    }

    [Fact]
    public async Task Archived_pages_in_their_frame_the_bench_and_alarms_carry_hostile_texts_as_words()
    {
        await using var web = await Workbench.StartAsync();
        var store = web.Store.Store;
        var memory = new SiteMemory(null, null, null, StoreFixture.Now);
        for (var i = 0; i < HostileText.All.Count; i++)
        {
            var text = HostileText.All[i];
            var html = $"<html><head><title>{text}</title></head><body class=\"{text}\"><main id='{text}'><h1>{text}</h1><p class='{text}'>{StoreFixture.Words(i, 60)}</p><aside><p>{text}</p><img alt=\"{text}\" src='{text}'></aside><p>{text}</p></main></body></html>";
            await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article(string.Create(CultureInfo.InvariantCulture, $"https://b.example/{i}"), StoreFixture.Words(i, 60), text, text), html));
            await store.Memory.SaveAsync(text, memory, new SiteAlarm(text, 1, [DriftSignal.Shrunk], text, text, StoreFixture.Now), CancellationToken.None);
        }

        AssertInert(await web.PageAsync("/"), "alarms");
        for (var i = 1; i <= HostileText.All.Count; i++)
        {
            foreach (var view in new[] { string.Empty, "/frame", "/bench", "/bench?block=1&label=related", "/bench?draft=x&block=999" })
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"/pages/{i}{view}");
                using var answer = await web.Client.GetAsync(path);
                if (answer.Headers.Location is null)
                {
                    AssertInert(await web.PageAsync(path), path);
                }
            }
        }

        var bench = await web.PageAsync("/pages/1/bench");
        foreach (var text in HostileText.All)
        {
            foreach (var (action, rule) in new[] { ("try", text), ("save", text), ("try", $"hosts: [b.example]\nname: news\nselect:\n  body: {System.Text.Json.JsonSerializer.Serialize(text)}\n"), ("propose", "hosts: [b.example]\n") })
            {
                using var answer = await web.SubmitAsync(bench, "/pages/1/bench", ("text", rule), ("action", action), ("block", text), ("label", text), ("began", text));
                AssertInert(answer.Headers.Location is { } there ? await web.PageAsync(there.OriginalString.Split('#')[0]) : Workbench.Parse(await answer.Content.ReadAsStringAsync()), $"{action} {text}");
                ((int)answer.StatusCode).Should().BeLessThan(500, $"{action} {rule}");
            }
        }
    }

    [Fact]
    public void Activity_carries_hostile_texts_as_words()
    {
        var live = new LiveActivity(TimeProvider.System);
        foreach (var text in HostileText.All)
        {
            var site = new SiteRule { Name = text };
            live.Began(site);
            live.Page(new PageResult(new Uri("https://b.example/" + Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))), text, new PageOutcome(PageOutcomeKind.Failed, text), null));
            live.Tell(new LiveReading(text, StoreFixture.Now, text, 1, 2, null));
            live.Tell(new LiveReading(text + "2", StoreFixture.Now, text, 1, 2, text));
        }

        AssertInert(Workbench.Parse(ActivityPage.Document(live).ToString()), "activity");
    }

    [Fact]
    public async Task No_parameter_is_given_back_as_markup()
    {
        await using var web = await Workbench.StartAsync();
        foreach (var text in HostileText.All)
        {
            var escaped = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            foreach (var path in new[] { "/articles?q=", "/articles?site=", "/articles?before=", "/pages?url=", "/sites/bench?site=", "/pages/1/frame?draft=", "/", "/articles/", "/nowhere/" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path + (path == "/" ? "?x=" : string.Empty) + escaped);
                request.Headers.Accept.ParseAdd("text/html");
                using var answer = await web.Client.SendAsync(request);
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                {
                    AssertInert(Workbench.Parse(await answer.Content.ReadAsStringAsync()), path + text);
                }
            }
        }
    }

    [Fact]
    public async Task Feeds_and_API_carry_hostile_articles_as_data()
    {
        await using var web = await Workbench.StartAsync();
        for (var i = 0; i < HostileText.All.Count; i++)
        {
            await web.Store.SaveAsync(StoreFixture.Page(Articles(i, HostileText.All[i])[0]));
        }

        foreach (var (path, type) in new[] { ("/feeds/articles.atom", "application/atom+xml"), ("/feeds/articles.json", "application/feed+json") })
        {
            using var answer = await web.Client.GetAsync(path);
            answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
            var feed = FeedReader.Read(await answer.Content.ReadAsByteArrayAsync(), type, "utf-8", web.Root)!;
            feed.Problem.Should().BeNull();
            feed.Entries.Should().HaveCount(50);
            foreach (var content in feed.Entries.SelectMany(e => e.Content))
            {
                AssertInert(Workbench.Parse(content.Value), path);
            }
        }

        using var json = await web.Client.GetAsync("/api/v1/articles?limit=200");
        json.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await json.Content.ReadAsStringAsync()).Should().NotContain("<");
    }

    /// <summary>Two tellings of one story, each with the text wherever text can stand.</summary>
    private static Article[] Articles(int number, string text)
    {
        var story = StoreFixture.Words(number, 120);
        return [.. new[] { "a", "b" }.Select(site => StoreFixture.Article(
            site == "a" ? text + "?" + number : string.Create(CultureInfo.InvariantCulture, $"https://b.example/{number}#{text}"), $"{story}\n\n{text} {site}", text, site == "a" ? text : "b") with
        {
            Authors = [text],
            Subtitle = text,
            Summary = [text],
            Language = text,
            Captions = [new Caption(text, 1)],
            Blocks = [.. Blocks(story, text)],
        })];
    }

    private static IEnumerable<LabelledBlock> Blocks(string story, string text)
    {
        var kinds = Enum.GetValues<BlockKind>();
        var labels = Enum.GetValues<Label>();
        yield return Block(0, BlockKind.Paragraph, Label.Body, story, text);
        for (var i = 0; i < labels.Length; i++)
        {
            yield return Block(i + 1, kinds[i % kinds.Length], labels[i], text, text);
        }

        foreach (var kind in kinds)
        {
            yield return Block(100, kind, Label.Body, text, text);
        }
    }

    private static LabelledBlock Block(int index, BlockKind kind, Label label, string text, string reason) => new(
        new Block { Index = index, Kind = kind, Level = 2, Text = text, Inlines = [new Inline(0, text.Length, InlineKind.Link, text), new Inline(0, 1, InlineKind.Strong, null)] },
        new Verdict(label, new Reason(ReasonKind.SiteRule, reason)));

    private static async Task<IEnumerable<string>> PathsAsync(IStore store, IReadOnlyList<ArticleSummary> articles)
    {
        var paths = new List<string> { "/", "/articles", "/articles?q=script", "/articles?q=alert", "/fetch", "/login" };
        foreach (var article in articles)
        {
            paths.AddRange([$"/articles/{article.Id}", $"/articles/{article.Id}/page", $"/articles/{article.Id}/revisions"]);
            paths.Add("/articles?site=" + Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(article.Site))));
            if ((await store.Articles.FindAsync(article.Id.ToString(CultureInfo.InvariantCulture), CancellationToken.None))!.StoryId is { } story)
            {
                paths.Add($"/stories/{story}");
            }
        }

        paths.Should().Contain(p => p.StartsWith("/stories/", StringComparison.Ordinal));
        return paths.Distinct();
    }

    private static void AssertInert(IHtmlDocument page, string where)
    {
        foreach (var element in page.All)
        {
            Elements.Should().Contain(element.LocalName, $"{where}: {element.OuterHtml}");
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.Should().NotStartWith("on", where).And.NotBe("style", where);
                if (element.LocalName == "iframe")
                {
                    attribute.Value.Should().MatchRegex(attribute.Name switch { "src" => "^/pages/[0-9]+/frame([?]draft=[0-9a-f]+)?$", "sandbox" => "^allow-same-origin allow-top-navigation-by-user-activation$", "class" => "^page$", "title" => "^The archived page", _ => "^$" }, where);
                }
                else if (element.LocalName == "script")
                {
                    (attribute.Name == "defer" || (attribute.Name == "src" && attribute.Value.StartsWith("/assets/", StringComparison.Ordinal))).Should().BeTrue(where);
                }
                else if (attribute.Name is "href" or "src" or "action" or "formaction" or "srcdoc" or "data" or "xlink:href")
                {
                    attribute.Name.Should().BeOneOf("href", "action");
                    var isOurs = attribute.Value is ['/', not '/' and not '\\', ..] or "/" or ['#', ..];
                    (isOurs || attribute.Value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || attribute.Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                        .Should().BeTrue($"{where}: {element.OuterHtml}");
                }
            }

            (element.LocalName == "script" && element.InnerHtml.Length > 0).Should().BeFalse(where);
            (element.LocalName == "iframe" && element.GetAttribute("sandbox") is null).Should().BeFalse(where);
            (element is IHtmlMetaElement meta && meta.HttpEquivalent is { Length: > 0 }).Should().BeFalse(where);
            (element is IHtmlFormElement && element.GetAttribute("action") is not ['/', ..]).Should().BeFalse(where);
        }
    }
}
