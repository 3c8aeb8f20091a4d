namespace Scraper.Core.Drift;

/// <summary>One thing that happened to a site: opened when it is certain, closed when it has healed.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Number">Its number among the site's alarms, from 1.</param>
/// <param name="Signals">What is or was wrong, in the order in which it was noticed.</param>
/// <param name="Detail">For a person: each signal with its figures.</param>
/// <param name="Url">The page on which it became certain.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="ClosedAt">When it was over; <see langword="null"/> while it is open.</param>
/// <param name="Closing">How it ended; <see langword="null"/> while it is open.</param>
/// <param name="AcknowledgedAt">When somebody said that they had seen it; <see langword="null"/> before, and again when it has grown since.</param>
public sealed record SiteAlarm(
    string Site, int Number, IReadOnlyList<DriftSignal> Signals, string Detail, string Url, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt = null, string? Closing = null, DateTimeOffset? AcknowledgedAt = null);
