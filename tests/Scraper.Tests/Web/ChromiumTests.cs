using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FluentAssertions;
using Microsoft.Playwright;
using Scraper.Fetching.Browser;
using Scraper.Storage;
using Scraper.Tests.Fetching.Browser;
using Scraper.Tests.Storage;

namespace Scraper.Tests.Web;

/// <summary>The workbench in a real browser, narrow and wide. Screenshots are kept where <c>SCRAPER_ARTEFACTS</c> names a folder.</summary>
public sealed class ChromiumTests
{
    [BrowserFact]
    public async Task Nothing_runs_nothing_is_complained_about_and_nothing_sticks_out_at_any_width()
    {
        await using var web = await Workbench.StartAsync();
        foreach (var (text, i) in HostileText.All.Select((t, i) => (t, i)))
        {
            await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article($"https://a.example/{i}?{Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))}", StoreFixture.Words(i, 60) + "\n\n" + text, text)));
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserPath.Find(null),
            ChromiumSandbox = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
            Args = ["--disable-gpu"],
        });
        var complaints = new ConcurrentQueue<string>();
        foreach (var (width, scheme) in new[] { (360, ColorScheme.Dark), (1400, ColorScheme.Light) })
        {
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
            var page = await context.NewPageAsync();
            page.Dialog += (_, dialog) => complaints.Enqueue("dialog: " + dialog.Message);
            page.Console += (_, message) => complaints.Enqueue($"{page.Url}: {message.Text}");
            page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
            page.Request += (_, request) =>
            {
                if (!request.Url.StartsWith(web.Origin, StringComparison.Ordinal))
                {
                    complaints.Enqueue("asked elsewhere: " + request.Url);
                }
            };
            var names = new Dictionary<string, string> { ["/"] = "sites", ["/articles"] = "articles", ["/articles?q=script"] = "search", ["/articles/1"] = "article", ["/articles/1/page"] = "page", ["/fetch"] = "fetch" };
            var everyOther = (await web.Store.Store.Articles.ListAsync(ArticleFilter.All, CancellationToken.None)).SelectMany(a => new[] { "", "/page", "/revisions" }, (a, view) => string.Create(CultureInfo.InvariantCulture, $"/articles/{a.Id}{view}"));
            foreach (var path in names.Keys.Concat(everyOther.Where((_, i) => i % 4 == width % 3)).Distinct())
            {
                await page.GotoAsync(web.Origin + path);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{path} at {width}");
                if (names.TryGetValue(path, out var name) && Environment.GetEnvironmentVariable("SCRAPER_ARTEFACTS") is { Length: > 0 } folder)
                {
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png") });
                }
            }

            await page.GotoAsync(web.Origin + "/articles");
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string>("document.activeElement.className")).Should().Be("skip");
            await page.Keyboard.PressAsync("Enter");
            (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("content");
        }

        complaints.Should().BeEmpty();
    }
}
