using System.Diagnostics;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Http;

namespace Scraper.Fetching.Browser;

/// <summary>
/// Runs a page's scripts in headless Chromium and takes the document they leave. One page at a time, each in a process and
/// profile of its own that ends with it; everything it loads goes through a <see cref="GuardedProxy"/>.
/// </summary>
internal sealed class BrowserRenderer(FetchOptions options, UrlGate gate, GuardedDialler dialler) : IDisposable
{
    private const int MaxRequests = 200;
    private const long MaxBytes = 50L * 1024 * 1024;
    private const int ScriptMilliseconds = 8_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"];

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Path of the browser: the configured one, else the first found on PATH; <see langword="null"/> where there is none.</summary>
    public static string? Find(string? configured) => configured is not null
        ? File.Exists(configured) ? configured : null
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Renders a page.</summary>
    /// <param name="page">The page as fetched; its final URL is loaded again by the browser.</param>
    /// <param name="cancellationToken">Ends the browser.</param>
    /// <returns>The page with the document after its scripts as body, or why there is none.</returns>
    public async Task<HopResult> RenderAsync(RawPage page, CancellationToken cancellationToken)
    {
        if (Find(options.Browser) is not { } path)
        {
            return Failed("no browser: install Chromium, or set Fetching:Browser to its path");
        }

        await turn.WaitAsync(cancellationToken);
        var profile = Directory.CreateTempSubdirectory("scraper-browser-");
        try
        {
            await using var proxy = new GuardedProxy(gate, dialler, MaxRequests, MaxBytes);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(options.RenderTimeout);
            var html = await RunAsync(path, profile.FullName, proxy.Address, page.FinalUrl, deadline.Token);
            return html.Length == 0
                ? Failed("the browser printed no document")
                : new(new FetchResult.Fetched(page with { Body = html, Charset = "utf-8", Validators = Validators.None }));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed($"the browser did not finish within {options.RenderTimeout.TotalSeconds:0.#} s");
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidDataException)
        {
            return Failed(e.Message);
        }
        finally
        {
            Remove(profile);
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<byte[]> RunAsync(string path, string profile, string proxy, Uri url, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(path, Arguments(profile, proxy, url)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        try
        {
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            using var html = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int read;
            while ((read = await process.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                html.Write(buffer, 0, read);
                if (html.Length > options.MaxBodyBytes)
                {
                    throw new InvalidDataException($"the rendered document is larger than {options.MaxBodyBytes} bytes");
                }
            }

            return html.ToArray();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private List<string> Arguments(string profile, string proxy, Uri url)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-sync",
            "--disable-component-update", "--disable-default-apps", "--mute-audio", "--disable-dev-shm-usage", "--disable-quic",
            "--blink-settings=imagesEnabled=false", "--renderer-process-limit=2", "--js-flags=--max-old-space-size=512",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", $"--proxy-server=http://{proxy}", "--proxy-bypass-list=<-loopback>",
            $"--user-agent={UserAgent.Of(options)}", $"--user-data-dir={profile}", $"--virtual-time-budget={ScriptMilliseconds}", "--dump-dom", url.AbsoluteUri,
        ];
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            // Chromium refuses to run its sandbox as root.
            arguments.Insert(0, "--no-sandbox");
        }

        return arguments;
    }

    private static HopResult Failed(string message) => new(new FetchResult.Failed(FailureKind.Browser, message));

    private static void Remove(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process of the browser that is still ending holds a file; the system's temporary folder is cleaned by others.
        }
    }
}
