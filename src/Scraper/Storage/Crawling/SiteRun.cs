namespace Scraper.Storage;

/// <summary>How a run of a site ended.</summary>
/// <param name="FinishedAt">When.</param>
/// <param name="Outcome">How.</param>
/// <param name="NextDueAt">When the next run is due; <see langword="null"/> for never.</param>
/// <param name="Detail">For people: what went wrong, or a summary.</param>
public sealed record SiteRun(DateTimeOffset FinishedAt, SiteRunOutcome Outcome, DateTimeOffset? NextDueAt, string? Detail = null);
