using System.Runtime.Versioning;

namespace Scraper.Hosting.Windows;

/// <summary>Runs a command line as a Windows service: in <c>%ProgramData%\Scraper</c>, its log there, its failures in the Event Log.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsRun
{
    private const long LongestLog = 10 * 1024 * 1024;

    /// <summary>Whether a command line is the one that the service is installed with.</summary>
    public static bool IsService(string[] arguments) => arguments is ["run", .., "--service"];

    /// <summary>Runs it.</summary>
    /// <param name="commandLine">Gives the exit code; ends when its token is cancelled.</param>
    /// <returns>The exit code; <see langword="null"/> where the process was started by a person.</returns>
    public static int? Run(Func<CancellationToken, Task<int>> commandLine)
    {
        using var service = new WindowsService(async stop =>
        {
            try
            {
                Directory.CreateDirectory(MachineFolders.StateDefault);
                Environment.CurrentDirectory = MachineFolders.StateDefault;
                using var log = new ServiceLog(Path.Combine(MachineFolders.StateDefault, "scraper.log"), LongestLog);
                Console.SetError(log);
                Console.SetOut(log);
                var exit = await commandLine(stop);
                if (exit != 0)
                {
                    EventLog.Error($"scraper ended with exit code {exit}.\n{log.LastLines}");
                }

                return exit;
            }
            catch (Exception failure)
            {
                EventLog.Error($"scraper could not start: {failure.Message}");
                return 1;
            }
        });
        return service.Run();
    }
}
