namespace Scraper.Hosting;

/// <summary>Least severity that is logged; may be set while the daemon runs.</summary>
internal sealed class LogThreshold(LogLevel level)
{
    private static readonly string[] Guests = ["Microsoft", "Quartz", "ModelContextProtocol"];

    private volatile int _level = (int)level;

    public LogLevel Level
    {
        get => (LogLevel)_level;
        set => _level = (int)value;
    }

    /// <summary>The threshold of a category; the framework, Quartz and the SDK of MCP are heard from warnings on, but for how a visit ended: its own job has told.</summary>
    public LogLevel Of(string? category) =>
        category == "Quartz.Core.JobRunShell" ? LogLevel.None
        : Level < LogLevel.Warning && category is not null && Guests.Any(g => category.StartsWith(g, StringComparison.Ordinal))
            ? LogLevel.Warning
            : Level;
}
