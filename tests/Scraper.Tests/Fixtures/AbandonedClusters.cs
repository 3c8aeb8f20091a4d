using System.Diagnostics;
using System.Globalization;

namespace Scraper.Tests.Fixtures;

/// <summary>Servers and folders of test processes that were killed before they could put them away. Their names hold the process.</summary>
internal static class AbandonedClusters
{
    /// <summary>What a cluster's folder is called; the number of its process follows.</summary>
    public const string Prefix = "scraper-postgres-";

    /// <summary>Ends the servers whose process is no more and removes their folders.</summary>
    public static void Remove()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*-*").Where(IsAbandoned))
        {
            try
            {
                Server(folder)?.Kill();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                // Another test process removes it at this moment, or it is another user's.
            }
        }
    }

    private static bool IsAbandoned(string folder) =>
        int.TryParse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && Find(owner) is null;

    /// <summary>The server of a folder, if it is running still.</summary>
    private static Process? Server(string folder)
    {
        var data = Path.Combine(folder, "data");
        var file = Path.Combine(data, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).First(), CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // The number may have passed to another program.
        var command = $"/proc/{number}/cmdline";
        return File.Exists(command) && File.ReadAllText(command).Contains(data, StringComparison.Ordinal) ? Find(number) : null;
    }

    private static Process? Find(int number)
    {
        try
        {
            return Process.GetProcessById(number);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
