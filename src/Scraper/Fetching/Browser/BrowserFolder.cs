using System.Text.RegularExpressions;

namespace Scraper.Fetching.Browser;

/// <summary>A folder of a browser's own for its temporary files, which a browser that is killed leaves behind. Removed when disposed.</summary>
internal sealed partial class BrowserFolder : IDisposable
{
    private const int MostAttempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Variables = OperatingSystem.IsWindows() ? ["TEMP", "TMP"] : ["TMPDIR"];

    private readonly string path = Directory.CreateTempSubdirectory("scraper-browser-").FullName;
    private string? profile;

    /// <summary>This process's environment, with the folder as the one for temporary files.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var all = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
            {
                all[(string)variable.Key] = (string?)variable.Value ?? string.Empty;
            }

            foreach (var name in Variables)
            {
                all[name] = path;
            }

            return all;
        }
    }

    /// <summary>Finds the browser's profile, which the driver makes beside this folder and leaves behind with a browser that is killed. It goes with the folder.</summary>
    /// <param name="commandLine">What the browser was started with. Only the profile's name is taken from it: it is the browser's word.</param>
    public void NoteProfile(string commandLine)
    {
        if (ProfileName().Match(commandLine) is { Success: true, Value: var name })
        {
            profile = Path.Combine(Path.GetDirectoryName(path)!, name);
        }
    }

    public void Dispose()
    {
        Remove(path);
        if (profile is not null)
        {
            Remove(profile);
        }
    }

    [GeneratedRegex("playwright_chromiumdev_profile-[A-Za-z0-9]+")]
    private static partial Regex ProfileName();

    /// <summary>The last children of a killed browser may still be writing for some moments.</summary>
    private static void Remove(string folder)
    {
        for (var attempts = 1; Directory.Exists(folder) && attempts <= MostAttempts; attempts++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
