using Microsoft.Extensions.Logging.Console;

namespace Scraper.Hosting;

/// <summary>Logs on standard error: results have standard output to themselves.</summary>
internal static class ConsoleLog
{
    public static ILoggingBuilder AddConsoleLog(this ILoggingBuilder logging, LogOptions options, LogThreshold threshold)
    {
        logging.SetMinimumLevel(LogLevel.Trace)
            .AddFilter((category, level) => level >= threshold.Of(category))
            .Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.None)
            .AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.Services.AddSingleton<ConsoleFormatter, HarmlessText>();
        return options.Format == LogFormat.Json
            ? logging.AddJsonConsole(f =>
            {
                f.UseUtcTimestamp = true;
                f.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            })
            : logging.AddSimpleConsole(f =>
            {
                f.SingleLine = true;
                f.UseUtcTimestamp = true;
                f.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
                f.ColorBehavior = Console.IsErrorRedirected ? LoggerColorBehavior.Disabled : LoggerColorBehavior.Default;
            }).AddConsole(c => c.FormatterName = HarmlessText.FormatterName);
    }
}
