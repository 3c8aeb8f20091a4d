using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using FluentAssertions;
using Scraper.Hosting;
using Scraper.Tests.Storage;
using Scraper.Web;
using Scraper.Web.Safety;
using Xunit;

namespace Scraper.Tests.Web;

public sealed class SafetyTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8655", "", true)]
    [InlineData("http://localhost:8655", "", true)]
    [InlineData("http://[::1]:0", "", true)]
    [InlineData("http://0.0.0.0:8655", "", false)]
    [InlineData("http://[::]:8655", "", false)]
    [InlineData("http://192.168.1.5:80", "", false)]
    [InlineData("http://*:8655", "", false)]
    [InlineData("http://some.example:8655", "0123456789abcdef", false)]
    [InlineData("https://127.0.0.1:8655", "", false)]
    [InlineData("http://unix:/tmp/x", "", false)]
    [InlineData("nonsense", "", false)]
    [InlineData("http://0.0.0.0:8655", "0123456789abcdef", true)]
    [InlineData("http://0.0.0.0:8655", "short", false)]
    public void It_listens_beyond_loopback_only_with_a_token(string url, string token, bool isFine)
    {
        var options = new ScraperOptions { Web = new WebOptions { Urls = [url], Token = token } };

        OptionsCheck.Problems(options).Any(p => p.StartsWith("Web:", StringComparison.Ordinal)).Should().Be(!isFine);
    }

    [Fact]
    public void Settings_without_token_off_loopback_are_refused_before_anything_starts()
    {
        var result = ConfigurationReader.Read(null, new Dictionary<string, string?> { ["Web:Urls:0"] = "http://0.0.0.0:1234" });

        result.Options.Should().BeNull();
        result.Problems.Should().ContainSingle().Which.Should().StartWith("command line: Web:Urls: http://0.0.0.0:1234 can be reached from elsewhere; set Web:Token");
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.1.5", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:1", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("scraper.example", HttpStatusCode.OK)]
    public async Task A_foreign_name_in_the_host_header_is_refused(string host, HttpStatusCode status)
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Hosts = ["scraper.example"] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sites");
        request.Headers.Host = host;

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/api/v1/sites")]
    [InlineData("/api/v1/search")]
    [InlineData("/nowhere")]
    [InlineData("/feeds/articles.atom")]
    [InlineData("/healthz")]
    public async Task Every_answer_forbids_scripts_frames_and_guessing(string path)
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe").And.NotContain("script-src");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/articles/1", true)]
    [InlineData("/feeds/articles.atom", false)]
    [InlineData("/api/v1/articles", false)]
    [InlineData("/api/v1/openapi.json", false)]
    public async Task With_a_token_nothing_is_shown_to_who_does_not_have_it(string path, bool isPage)
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(isPage ? "text/html" : "*/*");

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(isPage ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_token_opens_as_bearer_and_as_password_of_a_feed_reader()
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });
        foreach (var (scheme, value, status) in new[]
        {
            ("Bearer", Workbench.Token, HttpStatusCode.OK),
            ("Bearer", Workbench.Token + "x", HttpStatusCode.Unauthorized),
            ("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + Workbench.Token)), HttpStatusCode.OK),
            ("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("me:wrong")), HttpStatusCode.Unauthorized),
            ("Basic", "not base64!", HttpStatusCode.Unauthorized),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/feeds/articles.atom");
            request.Headers.Authorization = new AuthenticationHeaderValue(scheme, value);
            using var answer = await web.Client.SendAsync(request);
            answer.StatusCode.Should().Be(status, $"{scheme} {value}");
        }
    }

    [Theory]
    [InlineData("/feeds/articles.atom", true)]
    [InlineData("/feeds/articles.json", true)]
    [InlineData("/api/v1/articles", false)]
    public async Task Feeds_and_the_API_never_lead_to_the_form_and_feeds_ask_for_a_password(string path, bool isFeed)
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("application/atom+xml, text/html;q=0.1, */*;q=0.1");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("me:wrong"u8));

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.Select(c => c.Scheme).Should().Equal(isFeed ? ["Basic", "Bearer"] : ["Bearer"]);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("GET", "evil.example", null, HttpStatusCode.MisdirectedRequest)]
    [InlineData("POST", "localhost", null, HttpStatusCode.Unauthorized)]
    [InlineData("POST", "localhost", "/login", HttpStatusCode.Forbidden)]
    public async Task Who_asks_for_a_page_gets_refusals_as_one(string method, string host, string? path, HttpStatusCode status)
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });
        using var request = new HttpRequestMessage(new HttpMethod(method), path ?? "/sites/run");
        request.Headers.Host = host;
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        Workbench.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("main p")!.TextContent.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/sites/run", "application/json")]
    [InlineData("/sites/acknowledge", "text/plain")]
    [InlineData("/fetch", "application/json")]
    [InlineData("/login", "application/json")]
    [InlineData("/pages/1/bench", null)]
    public async Task What_is_no_form_is_refused_as_such(string path, string? type)
    {
        await using var web = await Workbench.StartAsync();
        await web.Store.SaveAsync(StoreFixture.Page("https://a.example/1", "One."));
        using var request = await web.PostAsync(path, new { site = "a" });
        request.Content!.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);

        using var answer = await web.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_refused_as_such()
    {
        await using var web = await Workbench.StartAsync();

        using var answer = await web.Client.SendAsync(await FormAsync(web, "/fetch", ("url", new string('x', RequestLimits.MaxBody))));

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_browser_logs_in_once_and_its_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token });
        using var wrong = await web.Client.SendAsync(await FormAsync(web, "/login", ("token", "wrong")));
        using var right = await web.Client.SendAsync(await FormAsync(web, "/login", ("token", Workbench.Token)));

        wrong.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        right.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var cookie = right.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("scraper.session=", StringComparison.Ordinal));
        cookie.Should().Contain("httponly").And.Contain("samesite=strict").And.NotContain(Workbench.Token);
        (await web.PageAsync("/")).Title.Should().StartWith("Sites");
    }

    [Theory]
    [InlineData("https://scraper.example", "scraper.example", "https://scraper.example", HttpStatusCode.Redirect)]
    [InlineData("https://scraper.example:443/", "127.0.0.1:8655", "https://scraper.example", HttpStatusCode.Redirect)]
    [InlineData("https://b\u00fccher.example:8443", "xn--bcher-kva.example:8443", "https://xn--bcher-kva.example:8443", HttpStatusCode.Redirect)]
    [InlineData("https://[2001:db8::1]", "[2001:db8::1]", "https://[2001:db8::1]", HttpStatusCode.Redirect)]
    [InlineData("https://scraper.example", "scraper.example", "http://scraper.example", HttpStatusCode.Forbidden)]
    [InlineData("https://scraper.example", "127.0.0.1:8655", "http://127.0.0.1:8655", HttpStatusCode.Forbidden)]
    [InlineData("https://scraper.example", "scraper.example", "https://scraper.example:8443", HttpStatusCode.Forbidden)]
    [InlineData("https://scraper.example", "scraper.example", "https://evil.example", HttpStatusCode.Forbidden)]
    public async Task Behind_a_proxy_one_logs_in_under_the_public_address_and_no_other(string url, string host, string origin, HttpStatusCode status)
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token, PublicUrl = new Uri(url) });
        using var proxy = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = web.Root };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = host } };
        using var form = await proxy.SendAsync(asked);
        var cookie = form.Headers.GetValues("Set-Cookie").Single();
        var csrf = Workbench.Parse(await form.Content.ReadAsStringAsync()).QuerySelector("input[name=csrf]")!.GetAttribute("value")!;
        using var login = new HttpRequestMessage(HttpMethod.Post, "/login") { Headers = { Host = host }, Content = new FormUrlEncodedContent([KeyValuePair.Create("token", Workbench.Token), KeyValuePair.Create("csrf", csrf)]) };
        login.Headers.Add("Origin", origin);
        login.Headers.Add("Cookie", cookie.Split(';')[0]);

        using var answer = await proxy.SendAsync(login);

        answer.StatusCode.Should().Be(status);
        cookie.Should().Contain("; secure");
        if (status == HttpStatusCode.Redirect)
        {
            answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("scraper.session=", StringComparison.Ordinal)).Should().Contain("; secure");
        }
    }

    [Fact]
    public async Task Feeds_and_the_OpenAPI_document_name_the_public_address()
    {
        await using var web = await Workbench.StartAsync(new WebOptions { Token = Workbench.Token, PublicUrl = new Uri("https://scraper.example") });
        web.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Workbench.Token);
        web.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        var (atom, json) = (await web.Client.GetStringAsync("/feeds/articles.atom"), await web.JsonAsync("/feeds/articles.json"));
        var document = await web.JsonAsync("/api/v1/openapi.json");

        atom.Should().Contain("href=\"https://scraper.example/feeds/articles.atom\"").And.NotContain("127.0.0.1");
        json.GetProperty("home_page_url").GetString().Should().Be("https://scraper.example/articles");
        document.GetProperty("servers")[0].GetProperty("url").GetString()!.TrimEnd('/').Should().Be("https://scraper.example");
    }

    [Theory]
    [InlineData("https://scraper.example", Workbench.Token, true)]
    [InlineData("https://scraper.example:8443/", Workbench.Token, true)]
    [InlineData("http://localhost:8080", "", true)]
    [InlineData("https://scraper.example", "", false)]
    [InlineData("https://scraper.example/news", Workbench.Token, false)]
    [InlineData("https://scraper.example/?a", Workbench.Token, false)]
    [InlineData("https://me@scraper.example", Workbench.Token, false)]
    [InlineData("ftp://scraper.example", Workbench.Token, false)]
    [InlineData("scraper.example", Workbench.Token, false)]
    public void A_public_address_names_a_server_and_needs_a_token(string url, string token, bool isFine)
    {
        var result = ConfigurationReader.Read(null, new Dictionary<string, string?> { ["Web:PublicUrl"] = url, ["Web:Token"] = token });

        result.Problems.Any(p => p.StartsWith("command line: Web:PublicUrl: ", StringComparison.Ordinal)).Should().Be(!isFine);
    }

    [Theory]
    [InlineData("/sites/run")]
    [InlineData("/fetch")]
    [InlineData("/api/v1/fetch")]
    [InlineData("/nowhere")]
    public async Task No_state_changes_without_the_token_against_forgery_and_our_own_origin(string path)
    {
        await using var web = await Workbench.StartAsync();
        var session = await web.JsonAsync("/api/v1/session");
        var token = session.GetProperty("csrfToken").GetString()!;
        foreach (var (origin, csrf, site) in new[]
        {
            (web.Origin, null, null), (web.Origin, "wrong", null), (null, token, null), ("null", token, null), ("http://evil.example", token, null), (web.Origin, token, "cross-site"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { url = "http://127.0.0.1/" }) };
            request.Headers.TryAddWithoutValidation("Origin", origin);
            request.Headers.TryAddWithoutValidation("X-CSRF-Token", csrf);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
            using var answer = await web.Client.SendAsync(request);
            answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, $"{origin} {csrf} {site}");
        }
    }

    [Fact]
    public async Task A_token_against_forgery_without_its_cookie_is_worth_nothing()
    {
        await using var web = await Workbench.StartAsync();
        using var request = await web.PostAsync("/api/v1/fetch", new { url = "x" });
        using var other = web.NewClient();

        using var answer = await other.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Requests_have_a_size()
    {
        await using var web = await Workbench.StartAsync();
        using var body = await web.PostAsync("/api/v1/fetch", new { url = new string('x', RequestLimits.MaxBody + 1) });

        using var tooMuch = await web.Client.SendAsync(body);
        using var tooLong = await web.Client.GetAsync("/articles?q=" + new string('x', 20_000));

        tooMuch.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        tooLong.StatusCode.Should().Be(HttpStatusCode.RequestUriTooLong);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("NEAR(a b)")]
    [InlineData("title:x AND (")]
    [InlineData("x') OR 1=1 --")]
    [InlineData("*")]
    [InlineData("a\0b")]
    [InlineData("{title} : x ^y -z + \\")]
    public async Task No_parameter_reaches_the_search_syntax_or_SQL(string query)
    {
        await using var web = await Workbench.StartAsync();
        var escaped = Uri.EscapeDataString(query);
        foreach (var path in new[] { "/articles?q=", "/articles?site=", "/articles?before=", "/feeds/articles.json?q=a+" })
        {
            using var answer = await web.Client.GetAsync(path + escaped);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, path + escaped);
        }

        using var search = await web.Client.GetAsync("/api/v1/search?q=" + escaped);
        search.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
    }

    private static async Task<HttpRequestMessage> FormAsync(Workbench web, string path, params (string Name, string Value)[] fields)
    {
        var csrf = (await web.PageAsync(path)).QuerySelector("input[name=csrf]")!.GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("csrf", csrf)]),
        };
        request.Headers.Add("Origin", web.Origin);
        return request;
    }
}
