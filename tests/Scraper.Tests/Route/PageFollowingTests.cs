using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Scraper.Hosting;
using Scraper.Tests.Fetching;
using Xunit;

namespace Scraper.Tests.Route;

public sealed class PageFollowingTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> _pages = [];
    private LoopbackWeb _web = null!;

    public async Task InitializeAsync() => _web = await LoopbackWeb.StartAsync(AnswerAsync);

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task The_pages_of_an_article_are_joined_in_order()
    {
        Offer("/a", "The first part.", "/a?page=2");
        Offer("/a?page=2", "The second part.", "/a?page=3");
        Offer("/a?page=3", "The third part.", "/a?page=2");

        var article = (await ProcessAsync(new SiteLayout())).Article!;

        article.Text.Should().Be("The first part.\n\nThe second part.\n\nThe third part.");
        article.Url.Should().Be("http://news.example/a");
        article.Blocks.Select(b => b.Block.Index).Should().Equal(Enumerable.Range(0, article.Blocks.Count));
    }

    [Fact]
    public async Task No_more_pages_are_read_than_the_rule_allows()
    {
        Offer("/a", "The first part.", "/a?page=2");
        Offer("/a?page=2", "The second part.", "/a?page=3");
        Offer("/a?page=3", "The third part.", null);

        (await ProcessAsync(new SiteLayout { MaxPages = 2 })).Article!.Text.Should().Be("The first part.\n\nThe second part.");
        _web.Seen.Should().NotContain(s => s.Path == "/a?page=3");
    }

    [Theory]
    [InlineData("http://other.example/a")]
    [InlineData("http://news.example\u200D/a")]
    [InlineData("http://a\u0378b.example/a")]
    [InlineData("/gone")]
    [InlineData("/away")]
    public async Task A_page_elsewhere_or_gone_ends_the_article_and_loses_nothing(string next)
    {
        Offer("/a", "The first part.", next);

        (await ProcessAsync(new SiteLayout())).Article!.Text.Should().Be("The first part.");
        _web.Seen.Should().NotContain(s => s.Host == "other.example" && s.Path == "/a");
    }

    [Fact]
    public async Task The_page_with_the_whole_article_takes_the_place_of_the_first()
    {
        Offer("/a", "The first part.", "/a?page=2", "/a/print");
        Offer("/a/print", "The first part.</p><p>And the whole rest of it.", null);

        var article = (await ProcessAsync(new SiteLayout())).Article!;

        article.Text.Should().Be("The first part.\n\nAnd the whole rest of it.");
        article.Url.Should().Be("http://news.example/a");
    }

    private void Offer(string path, string text, string? next, string? single = null) =>
        _pages[path] = $"<html><body><article><p>{text}</p></article><a class=next{(next is null ? "less" : $" href='{next}'")}>Next</a>{(single is null ? string.Empty : $"<a class=print href='{single}'>Print</a>")}</body></html>";

    private async Task<Scraper.Route.PageResult> ProcessAsync(SiteLayout layout)
    {
        var site = new SiteRule
        {
            Name = "news",
            Hosts = ["news.example"],
            Layouts =
            [
                layout with
                {
                    Select = new Dictionary<SiteField, IReadOnlyList<Selector>> { [SiteField.Body] = [new Selector("article", 1)] },
                    NextPage = [Selector.Of("a.next")],
                    SinglePage = [Selector.Of("a.print")],
                },
            ],
        };
        var connect = new[] { "news.example:80", "other.example:80" }.ToDictionary(h => h, _ => $"127.0.0.1:{_web.Port}");
        var options = new ScraperOptions { Log = new LogOptions { Level = LogLevel.None }, Fetching = new FetchOptions { Delay = TimeSpan.Zero, ConnectTo = connect } };
        using var host = ScraperHost.Create(options, store: null).Build();
        return await host.Services.GetRequiredService<Pipeline>().ProcessAsync(new Uri("http://news.example/a"), site, CancellationToken.None);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/away")
        {
            context.Response.Redirect("http://other.example/else");
            return;
        }

        if (!_pages.TryGetValue(context.Request.Path + context.Request.QueryString, out var page))
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync(page, context.RequestAborted);
    }
}
