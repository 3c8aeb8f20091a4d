namespace Scraper.Core.Sites;

/// <summary>When a site is visited: every so often, as often as it publishes, or by a cron expression. Exactly one of the three is given.</summary>
public sealed record SiteSchedule
{
    /// <summary>Time from one visit's start to the next, at least one second.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Bounds of an interval that follows how often the site publishes.</summary>
    public AdaptiveInterval? Adaptive { get; init; }

    /// <summary>A Quartz cron expression of six or seven fields, seconds first.</summary>
    public string? Cron { get; init; }

    /// <summary>IANA time zone of the cron expression; UTC where none is given.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When stored articles are looked at again.</summary>
    public RevisitSchedule Revisit { get; init; } = RevisitSchedule.Default;
}
