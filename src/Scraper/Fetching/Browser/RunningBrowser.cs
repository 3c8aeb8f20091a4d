using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Scraper.Fetching.Browser;

/// <summary>One headless Chromium, driven by Playwright. Both end with this process, however that ends: they read from its pipes.</summary>
internal sealed class RunningBrowser : IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(5);

    // It has a proxy for every page; what it asks for on its own account goes nowhere.
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly IPlaywright driver;
    private readonly ICDPSession session;
    private readonly BrowserFolder folder;

    private RunningBrowser(IPlaywright driver, IBrowser browser, ICDPSession session, BrowserFolder folder, int processId)
    {
        this.driver = driver;
        this.session = session;
        this.folder = folder;
        Browser = browser;
        ProcessId = processId;
    }

    public IBrowser Browser { get; }

    /// <summary>Its first process, of which all others are children.</summary>
    public int ProcessId { get; }

    /// <summary>Pages that it has shown.</summary>
    public int Pages { get; set; }

    /// <summary>Starts a browser.</summary>
    /// <exception cref="PlaywrightException">It does not start.</exception>
    /// <exception cref="OperationCanceledException">The caller waits no longer; what was started is ended.</exception>
    public static async Task<RunningBrowser> StartAsync(string path, CancellationToken cancellationToken)
    {
        var starting = StartAsync(path);
        try
        {
            return await starting.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _ = starting.ContinueWith(late => late.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private static async Task<RunningBrowser> StartAsync(string path)
    {
        var driver = await Playwright.CreateAsync();
        var folder = new BrowserFolder();
        try
        {
            var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Env = folder.Environment,
                Headless = true,
                // Chromium refuses to run its sandbox as root.
                ChromiumSandbox = !(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess),
                Proxy = new Proxy { Server = Nowhere },
                Timeout = (float)StartTime.TotalMilliseconds,
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
                Args =
                [
                    "--disable-gpu", "--disable-quic", "--blink-settings=imagesEnabled=false", "--renderer-process-limit=2",
                    "--js-flags=--max-old-space-size=512", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                ],
            });
            var session = await browser.NewBrowserCDPSessionAsync();
            folder.NoteProfile(await CommandLineAsync(session) ?? string.Empty);
            var id = (await ProcessesAsync(session)).First(p => p.Type == "browser").Id;
            return new RunningBrowser(driver, browser, session, folder, id);
        }
        catch
        {
            driver.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Bytes of memory that the largest of its processes has.</summary>
    public async Task<long> LargestProcessAsync() => (await ProcessesAsync(session)).Select(p => MemoryOf(p.Id)).DefaultIfEmpty().Max();

    /// <summary>Ends it and its children at once, whatever they are doing, and removes the files that it leaves.</summary>
    public void Dispose()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            process.Kill(entireProcessTree: true);
            process.WaitForExit(EndTime);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has gone already.
        }

        driver.Dispose();
        folder.Dispose();
    }

    private static async Task<string?> CommandLineAsync(ICDPSession session) =>
        await session.SendAsync("SystemInfo.getInfo") is { } answer ? answer.GetProperty("commandLine").GetString() : null;

    private static async Task<List<(int Id, string? Type)>> ProcessesAsync(ICDPSession session) =>
        await session.SendAsync("SystemInfo.getProcessInfo") is { } answer
            ? [.. answer.GetProperty("processInfo").EnumerateArray().Select(p => (p.GetProperty("id").GetInt32(), p.GetProperty("type").GetString()))]
            : [];

    private static long MemoryOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }
}
