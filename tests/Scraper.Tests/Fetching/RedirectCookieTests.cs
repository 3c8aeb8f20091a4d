using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Scraper.Core.Sites;
using Scraper.Fetching;
using Xunit;

namespace Scraper.Tests.Fetching;

/// <summary>Cookies that servers set on the way to a page go along with its redirects, and no further.</summary>
public class RedirectCookieTests
{
    [Fact]
    public async Task A_page_that_sets_a_cookie_and_sends_back_to_itself_is_had()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            if (context.Request.Cookies["visited"] == "yes")
            {
                return context.Response.WriteAsync("the story");
            }

            context.Response.Headers.SetCookie = "visited=yes; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT; HttpOnly";
            context.Response.Redirect("/story");
            return Task.CompletedTask;
        });

        (await FetchAsync(web, "http://a.test/story")).Should().BeOfType<FetchResult.Fetched>().Which.Page.FinalUrl.Should().Be(new Uri("http://a.test/story"));
        web.Seen.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_page_that_sends_back_to_itself_for_ever_is_a_loop_though_it_sets_a_cookie()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "visited=yes";
            context.Response.Redirect("/story");
            return Task.CompletedTask;
        });

        (await FetchAsync(web, "http://a.test/story")).Should().BeOfType<FetchResult.Failed>().Which.Kind.Should().Be(FailureKind.TooManyRedirects);
        web.Seen.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("id=7", "http://a.test/next", "id=7")]
    [InlineData("id=7; Path=/other", "http://a.test/next", "")]
    [InlineData("id=7; Path=/", "http://b.test/next", "")]
    [InlineData("id=7; Domain=b.test; Path=/", "http://b.test/next", "")]
    [InlineData("id=7; Domain=news.test; Path=/", "http://www.news.test/next", "")]
    [InlineData("id=7; Secure; Path=/", "http://a.test/next", "")]
    [InlineData("id=7; Secure; Path=/", "https://a.test/next", "id=7")]
    [InlineData("id=7; Max-Age=0; Path=/", "http://a.test/next", "")]
    [InlineData("=; ;;; ==", "http://a.test/next", "")]
    public async Task A_cookie_goes_as_far_as_its_domain_path_and_Secure_say(string set, string next, string sent)
    {
        await using var web = await SettingAsync(next, set);

        (await FetchAsync(web, "http://a.test/")).Should().BeOfType<FetchResult.Fetched>();

        web.Seen.Last().Headers.Cookie.ToString().Should().Be(sent);
    }

    [Fact]
    public async Task A_domain_s_cookie_goes_to_its_other_hosts_and_not_with_the_next_page()
    {
        await using var web = await LoopbackWeb.StartAsync(context =>
        {
            if (context.Request.Host.Host == "news.test")
            {
                context.Response.Headers.SetCookie = "id=7; Domain=news.test";
                context.Response.Redirect("http://www.news.test/story");
            }

            return Task.CompletedTask;
        });
        using var fetcher = Fetcher(web);

        await fetcher.FetchAsync(LoopbackWeb.Get("http://news.test/story"), default);
        await fetcher.FetchAsync(LoopbackWeb.Get("http://www.news.test/story"), default);

        web.Seen.Select(s => s.Headers.Cookie.ToString()).Should().Equal(string.Empty, "id=7", string.Empty);
    }

    [Fact]
    public async Task The_site_rule_s_cookie_stands_where_a_server_sets_one_of_its_name()
    {
        await using var web = await SettingAsync("/next", "consent=no", "id=7");

        await FetchAsync(web, "http://a.test/", new SiteFetching { Cookies = new Dictionary<string, string> { ["consent"] = "yes" } });

        web.Seen.Last().Headers.Cookie.ToString().Should().Be("consent=yes; id=7");
    }

    [Fact]
    public async Task Thousands_of_cookies_neither_fail_nor_grow_the_next_request_without_bound()
    {
        await using var web = await SettingAsync("/next", [.. Enumerable.Range(0, 1_000).Select(i => $"c{i}=1234567890")]);

        (await FetchAsync(web, "http://a.test/")).Should().BeOfType<FetchResult.Fetched>();

        web.Seen.Last().Headers.Cookie.ToString().Length.Should().BeInRange(1, 4_096);
    }

    /// <summary>A server whose front page sets cookies and leads on.</summary>
    private static Task<LoopbackWeb> SettingAsync(string next, params string[] cookies) => LoopbackWeb.StartAsync(context =>
    {
        if (context.Request.Path == "/")
        {
            context.Response.Headers.SetCookie = cookies;
            context.Response.Redirect(next);
        }

        return Task.CompletedTask;
    });

    private static PageFetcher Fetcher(LoopbackWeb web) => LoopbackWeb.Fetcher(web.Options("a.test", "b.test", "news.test", "www.news.test") with { IgnoreRobots = true });

    private static async Task<FetchResult> FetchAsync(LoopbackWeb web, string url, SiteFetching? site = null)
    {
        using var fetcher = Fetcher(web);
        return await fetcher.FetchAsync(LoopbackWeb.Get(url, site), default);
    }
}
