namespace Scraper.Core.Drift;

/// <summary>What the watch knows of a site. Immutable; kept from page to page and over restarts.</summary>
public sealed record DriftState
{
    /// <summary>Pages of the baseline at most.</summary>
    public const int MostBaseline = 100;

    /// <summary>Pages of the recent past at most.</summary>
    public const int MostRecent = 24;

    /// <summary>The site before its first page.</summary>
    public static DriftState Start { get; } = new();

    /// <summary>The figures of pages when all was well, oldest first.</summary>
    public IReadOnlyList<PageFigures> Baseline { get; init; } = [];

    /// <summary>The figures of the latest pages, not yet in the baseline, oldest first.</summary>
    public IReadOnlyList<PageFigures> Recent { get; init; } = [];

    /// <summary>The open alarm, or <see langword="null"/>; there is one at a time.</summary>
    public SiteAlarm? Alarm { get; init; }

    /// <summary>What must be over before the open alarm closes: its signals, with the selector or path of each.</summary>
    public IReadOnlyList<string> Symptoms { get; init; } = [];

    /// <summary>Addresses of the pages by which the open alarm became certain: they came before it, and are no better than those since.</summary>
    public IReadOnlyList<string> Suspects { get; init; } = [];

    /// <summary>Alarms so far.</summary>
    public int Alarms { get; init; }

    /// <summary>Pages since the alarm was opened.</summary>
    public int PagesInAlarm { get; init; }
}
