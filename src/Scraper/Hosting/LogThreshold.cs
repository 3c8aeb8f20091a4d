namespace Scraper.Hosting;

/// <summary>Least severity that is logged; may be set while the daemon runs.</summary>
internal sealed class LogThreshold(LogLevel level)
{
    private volatile int _level = (int)level;

    public LogLevel Level
    {
        get => (LogLevel)_level;
        set => _level = (int)value;
    }

    /// <summary>The threshold of a category; the framework and Quartz are heard from warnings on, but for how a visit ended: its own job has told.</summary>
    public LogLevel Of(string? category) =>
        category == "Quartz.Core.JobRunShell" ? LogLevel.None
        : Level < LogLevel.Warning && category is not null && (category.StartsWith("Microsoft", StringComparison.Ordinal) || category.StartsWith("Quartz", StringComparison.Ordinal))
            ? LogLevel.Warning
            : Level;
}
