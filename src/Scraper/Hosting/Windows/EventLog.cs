using System.Runtime.Versioning;

namespace Scraper.Hosting.Windows;

/// <summary>The Event Log, where people look for a service that does not start.</summary>
[SupportedOSPlatform("windows")]
internal static class EventLog
{
    // A text may have 31,839 characters (ReportEventW).
    private const int LongestText = 31_000;

    /// <summary>Writes an error; a log that cannot be reached is left alone.</summary>
    public static void Error(string text)
    {
        var log = ServiceControl.RegisterEventSourceW(null, WindowsService.Name);
        if (log != 0)
        {
            ServiceControl.ReportEventW(log, ServiceControl.ErrorEvent, 0, 1, 0, 1, 0, [text.Length > LongestText ? text[..LongestText] : text], 0);
            ServiceControl.DeregisterEventSource(log);
        }
    }
}
