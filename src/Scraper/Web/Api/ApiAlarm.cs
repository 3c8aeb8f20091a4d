using Scraper.Core.Drift;

namespace Scraper.Web.Api;

/// <summary>One thing that happened to a site. <c>src/Scraper/Web/README.md</c> says what each signal means and what to do.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Number">Its number among the site's alarms, from 1.</param>
/// <param name="Signals">What is or was wrong.</param>
/// <param name="Detail">For a person: each signal with its figures.</param>
/// <param name="Url">The page on which it became certain.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="ClosedAt">When it was over; null while it is open.</param>
/// <param name="Closing">How it ended; null while it is open.</param>
/// <param name="AcknowledgedAt">When somebody said that they had seen it; null before, and again when it has grown since.</param>
internal sealed record ApiAlarm(
    string Site, int Number, IReadOnlyList<DriftSignal> Signals, string Detail, string Url, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string? Closing, DateTimeOffset? AcknowledgedAt)
{
    public static ApiAlarm Of(SiteAlarm alarm) =>
        new(alarm.Site, alarm.Number, alarm.Signals, alarm.Detail, alarm.Url, alarm.OpenedAt, alarm.ClosedAt, alarm.Closing, alarm.AcknowledgedAt);
}
