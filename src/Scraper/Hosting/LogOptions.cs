namespace Scraper.Hosting;

/// <summary>What is said on standard error; the section <c>Log</c>.</summary>
public sealed record LogOptions
{
    /// <summary>Least severity that is written.</summary>
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>How a line looks.</summary>
    public LogFormat Format { get; init; }
}
