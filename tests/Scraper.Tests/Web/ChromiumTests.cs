using System.Globalization;
using System.Text;
using FluentAssertions;
using Microsoft.Playwright;
using Scraper.Storage;
using Scraper.Tests.Fetching.Browser;
using Scraper.Tests.Storage;

namespace Scraper.Tests.Web;

/// <summary>The workbench in a real browser, narrow and wide, light and dark.</summary>
public sealed class ChromiumTests
{
    [BrowserFact]
    public async Task Nothing_runs_nothing_is_complained_about_and_nothing_sticks_out_at_any_width()
    {
        await using var web = await Workbench.StartAsync();
        foreach (var (text, i) in HostileText.All.Select((t, i) => (t, i)))
        {
            var url = $"https://a.example/{i}?{Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))}";
            var words = StoreFixture.Words(i, 60);
            await web.Store.SaveAsync(StoreFixture.Page(StoreFixture.Article(url, words + "\n\n" + text, text), $"<title>{text}</title><main class=\"{text}\"><p>{words}</p><p>{text}</p>{text}</main>", url: string.Create(CultureInfo.InvariantCulture, $"https://a.example/{i}")));
        }

        await using var chromium = await Chromium.LaunchAsync(web.Origin);
        foreach (var (width, scheme) in new[] { (360, ColorScheme.Dark), (1400, ColorScheme.Light) })
        {
            var page = await chromium.NewPageAsync(width, scheme);
            var names = new[] { "/", "/articles", "/articles?q=script", "/articles/1", "/articles/1/page", "/pages/1/bench", "/activity", "/fetch" };
            var everyOther = (await web.Store.Store.Articles.ListAsync(ArticleFilter.All, CancellationToken.None)).SelectMany(
                a => new[] { $"/articles/{a.Id}", $"/articles/{a.Id}/page", $"/articles/{a.Id}/revisions", $"/pages/{a.Id}/frame", $"/pages/{a.Id}/bench?block=1&label=body" });
            foreach (var path in names.Concat(everyOther.Where((_, i) => i % 4 == width % 3)).Distinct())
            {
                await page.GotoAsync(path);
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{path} at {width}");
            }

            await page.GotoAsync("/articles");
            await page.Keyboard.PressAsync("Tab");
            (await page.EvaluateAsync<string>("document.activeElement.className")).Should().Be("skip");
            await page.Keyboard.PressAsync("Enter");
            (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("content");
        }

        chromium.Complaints.Should().BeEmpty();
    }
}
