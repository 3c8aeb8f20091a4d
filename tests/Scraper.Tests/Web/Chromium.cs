using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Microsoft.Playwright;
using Scraper.Fetching.Browser;
using Scraper.Tests.Fixtures;

namespace Scraper.Tests.Web;

/// <summary>A real browser that notes everything it has to complain about. Screenshots are kept in <c>artifacts/screenshots</c>, or where <c>SCRAPER_ARTEFACTS</c> says.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string _origin;

    private Chromium(IPlaywright playwright, IBrowser browser, string origin) => (_playwright, _browser, _origin) = (playwright, browser, origin);

    /// <summary>Dialogs, messages on the console, errors, requests that go elsewhere.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    /// <summary>Path of axe-core's script, which <c>.ci/run</c> gets from npm; <see langword="null"/> where it is not there.</summary>
    public static string? AxePath { get; } = Path.Combine(RepositoryRoot.Path, "artifacts", "axe", "package", "axe.min.js") is var path && File.Exists(path) ? path : null;

    public static async Task<Chromium> LaunchAsync(string origin)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserPath.Find(null),
            ChromiumSandbox = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
            Args = ["--disable-gpu"],
        });
        return new Chromium(playwright, browser, origin);
    }

    public async Task<IPage> NewPageAsync(int width, ColorScheme scheme, bool hasScript = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = hasScript,
            BaseURL = _origin,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        page.Dialog += (_, dialog) => Complaints.Enqueue("dialog: " + dialog.Message);
        page.Console += (_, message) => Complaints.Enqueue($"{page.Url}: {message.Text}");
        page.PageError += (_, error) => Complaints.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_origin, StringComparison.Ordinal))
            {
                Complaints.Enqueue("asked elsewhere: " + request.Url);
            }
        };
        return page;
    }

    /// <summary>Keeps a picture of the whole page, and holds that nothing sticks out of it.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        var width = page.ViewportSize!.Width;
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if ((Environment.GetEnvironmentVariable("SCRAPER_ARTEFACTS") ?? Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots")) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}.png")), FullPage = true });
        }

        wide.Should().BeLessThanOrEqualTo(width, $"{name} at {width}");
    }

    /// <summary>What axe-core finds wrong with a page, one line each.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IFrame frame) => await frame.EvaluateAsync<string[]>(
        $$"""
        async () => {
          {{await File.ReadAllTextAsync(AxePath!)}}
          const result = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
          return result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html} ${n.failureSummary}`));
        }
        """).WaitAsync(TimeSpan.FromMinutes(1)); // Where scripts are off nothing ever answers.

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
