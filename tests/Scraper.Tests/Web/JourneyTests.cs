using FluentAssertions;
using Microsoft.Playwright;
using Scraper.Tests.Fetching.Browser;

namespace Scraper.Tests.Web;

/// <summary>A layout changes, and a person mends the rule in a real browser.</summary>
public sealed class JourneyTests
{
    [BrowserFact]
    public async Task From_the_alarm_to_the_healed_article_by_mouse()
    {
        await using var site = await ChangedAsync();
        await using var chromium = await Chromium.LaunchAsync(site.Workbench.Origin);
        var page = await chromium.NewPageAsync(1400, ColorScheme.Light);

        await page.GotoAsync("/");
        await Chromium.ShootAsync(page, "journey-1-alarm");
        await page.ClickAsync("a[href^='/pages?url=']");
        await page.FrameLocator("iframe.page").Locator(".block.stripped:has-text('w')").First.WaitForAsync();
        await Chromium.ShootAsync(page, "journey-2-page-view");
        await LostBody(page).ClickAsync();

        await ArriveAsync(page, "/bench?block=*", "#label");
        await Chromium.ShootAsync(page, "journey-3-bench");
        await page.SelectOptionAsync("#label", "body");
        await page.ClickAsync("text=Propose a line");
        (await page.TextContentAsync("#proposals code")).Should().Be("select: body: .entry-text");
        await Chromium.ShootAsync(page, "journey-4-proposed");
        await page.ClickAsync("#proposals button >> nth=0");

        (await page.TextContentAsync("#effect")).Should().Contain("5 better").And.Contain("24 the same");
        await Chromium.ShootAsync(page, "journey-5-effect");
        await page.ClickAsync("text=Save");
        (await page.TextContentAsync("[role=status]")).Should().Contain("saved and in force");
        await Chromium.ShootAsync(page, "journey-6-saved");
        File.ReadAllText(site.RulePath).Should().Contain("    - .entry-text\n    - .story   # since 2020");

        await page.ClickAsync("text=Read the archive again");
        await page.WaitForSelectorAsync("#activity li:has-text('5 better')"); // By server-sent events: nobody loads the page again.
        await Chromium.ShootAsync(page, "journey-7-activity");
        await page.GotoAsync("/articles");
        await page.ClickAsync("text=town number 26");
        (await page.TextContentAsync("article")).Should().Contain(NewsSite.TextOf(26)[..100]);
        await page.ClickAsync("text=Revisions");
        await Chromium.ShootAsync(page, "journey-8-healed");

        chromium.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task The_same_by_keyboard_alone_without_script_on_a_narrow_dark_screen()
    {
        await using var site = await ChangedAsync();
        await using var chromium = await Chromium.LaunchAsync(site.Workbench.Origin);
        var page = await chromium.NewPageAsync(360, ColorScheme.Dark, hasScript: false);

        await page.GotoAsync("/");
        await Chromium.ShootAsync(page, "journey-1-alarm");
        await PressAsync(page, "a[href^='/pages?url=']");
        await ArriveAsync(page, "/page", "main a[href$='/bench']");
        await PressAsync(page, "main a[href$='/bench']");
        await ArriveAsync(page, "/bench", "#block");
        await FocusAsync(page, "#block");
        var lost = await page.Locator("#block option:has-text('other · w'), #block option:has-text('related · w')").First.GetAttributeAsync("value");
        for (var i = 0; i < 20 && await page.InputValueAsync("#block") != lost; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        (await page.InputValueAsync("#block")).Should().Be(lost);
        await FocusAsync(page, "#label");
        await page.Keyboard.TypeAsync("body");
        await PressAsync(page, "button[value=propose]");
        await page.WaitForSelectorAsync("#proposals");
        await Chromium.ShootAsync(page, "journey-4-proposed");
        await PressAsync(page, "button[value^='put:']");
        await page.WaitForSelectorAsync("#effect");
        await Chromium.ShootAsync(page, "journey-5-effect");
        await PressAsync(page, "button[value=save]");
        await page.WaitForSelectorAsync("[role=status]");
        File.ReadAllText(site.RulePath).Should().Contain("- .entry-text");
        await PressAsync(page, "form[action='/sites/reextract'] button");
        await ArriveAsync(page, "/activity", "#activity");
        await NewsSite.UntilAsync(async () =>
        {
            await page.ReloadAsync();
            return (await page.TextContentAsync("#activity"))!.Contains("5 better", StringComparison.Ordinal);
        });
        await Chromium.ShootAsync(page, "journey-7-activity");

        chromium.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_click_on_the_page_beside_it_chooses_the_block_and_keeps_what_was_typed()
    {
        await using var site = await NewsSite.StartAsync(articles: 2);
        await using var chromium = await Chromium.LaunchAsync(site.Workbench.Origin);
        var page = await chromium.NewPageAsync(1400, ColorScheme.Dark);
        await page.GotoAsync("/sites/bench?site=news");
        await page.Locator("#text").FillAsync(NewsSite.Rule + "language: en\n");

        await page.FrameLocator("iframe.page").Locator(".block:has-text('Imprint')").ClickAsync();

        page.Url.Should().EndWith("/bench");
        (await page.InputValueAsync("#text")).Should().EndWith("language: en\n");
        (await page.Locator("#block option:checked").TextContentAsync()).Should().Contain("Imprint");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("label");
        await page.FrameLocator("iframe.page").Locator(".block.chosen:has-text('Imprint')").WaitForAsync();
        await page.FrameLocator("iframe.page").Locator(".block:has-text('Imprint') .reason").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Visible });
        await Chromium.ShootAsync(page, "bench-chosen");
        chromium.Complaints.Should().BeEmpty();
    }

    [AxeFact]
    public async Task Every_page_passes_axe_light_and_dark()
    {
        await using var site = await ChangedAsync();
        await using var chromium = await Chromium.LaunchAsync(site.Workbench.Origin);
        var bench = (await site.Workbench.Client.GetAsync("/sites/bench?site=news")).Headers.Location!.OriginalString;
        foreach (var (width, scheme) in new[] { (360, ColorScheme.Light), (1400, ColorScheme.Dark), (1400, ColorScheme.Light) })
        {
            var page = await chromium.NewPageAsync(width, scheme);
            await page.RouteAsync("**/frame*", async route =>
            {
                // In its sandbox axe cannot run either.
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Headers = answer.Headers.Where(h => h.Key != "content-security-policy") });
            });
            foreach (var (path, name) in new[]
            {
                ("/", "sites"), ("/articles", "articles"), ("/articles?q=town", "search"), ("/articles/1", "article"), ("/articles/1/page", "page"), ("/articles/1/revisions", "revisions"),
                (bench + "?block=3&label=related", "bench"), (bench.Replace("/bench", "/frame", StringComparison.Ordinal), "frame"), ("/activity", "activity"), ("/fetch", "fetch"), ("/nowhere", "missing"),
            })
            {
                await page.GotoAsync(path);
                await Chromium.ShootAsync(page, $"{name}-{scheme}".ToLowerInvariant());
                (await Chromium.AxeAsync(page.MainFrame)).Should().BeEmpty($"{path} at {width}, {scheme}");
            }
        }
    }

    /// <summary>By what stands on the page: waiting for its address may miss that it has been loaded, and wait for that in vain.</summary>
    private static async Task ArriveAsync(IPage page, string end, string selector)
    {
        await page.WaitForSelectorAsync(selector);
        page.Url.Should().Match("*" + end);
    }

    private static async Task<NewsSite> ChangedAsync()
    {
        var site = await NewsSite.StartAsync(articles: 24);
        site.ChangeLayout(more: 5);
        await site.Workbench.FollowAsync(await site.Workbench.SubmitAsync(await site.Workbench.PageAsync("/"), "/sites/run"));
        await site.StoredAsync(29);
        return site;
    }

    /// <summary>The first stripped block of the page that is long.</summary>
    private static ILocator LostBody(IPage page) => page.FrameLocator("iframe.page").Locator(".box:has(> .name:text-is('div.entry-text')) .block.stripped").First;

    /// <summary>Tabs on until something has the focus.</summary>
    private static async Task FocusAsync(IPage page, string selector)
    {
        for (var i = 0; i < 150; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} cannot be reached by keyboard");
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await FocusAsync(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }
}
