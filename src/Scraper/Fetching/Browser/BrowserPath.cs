namespace Scraper.Fetching.Browser;

/// <summary>Finds a Chromium on this machine.</summary>
internal static class BrowserPath
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"];

    /// <summary>Path of the browser: the configured one, else the first found on PATH; <see langword="null"/> where there is none.</summary>
    public static string? Find(string? configured) => !string.IsNullOrEmpty(configured)
        ? File.Exists(configured) ? configured : null
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
