using Scraper.Scheduling;
using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>Alarms, and what can be done with a site.</summary>
internal static class SiteEndpoints
{
    private const int MostAlarms = 500;

    public static async Task<IResult> AlarmsAsync(IStore store, CancellationToken cancellationToken, bool all = false) =>
        Results.Ok((await store.Memory.AlarmsAsync(openOnly: !all, MostAlarms, cancellationToken)).Select(ApiAlarm.Of));

    public static async Task<IResult> AcknowledgeAsync(string site, int number, IStore store, TimeProvider time, CancellationToken cancellationToken) =>
        await store.Memory.AcknowledgeAsync(site, number, time.GetUtcNow(), cancellationToken) ? Results.NoContent() : Missing($"{site} has no alarm {number}.");

    public static async Task<IResult> RunAsync(string site, ISchedule schedule, CancellationToken cancellationToken) =>
        await schedule.RunNowAsync(site, cancellationToken) ? Results.NoContent() : Missing($"The daemon visits no site {site}, or it is paused.");

    public static Task<IResult> PauseAsync(string site, ISchedule schedule, CancellationToken cancellationToken) => PauseAsync(site, schedule, isPaused: true, cancellationToken);

    public static Task<IResult> ResumeAsync(string site, ISchedule schedule, CancellationToken cancellationToken) => PauseAsync(site, schedule, isPaused: false, cancellationToken);

    private static async Task<IResult> PauseAsync(string site, ISchedule schedule, bool isPaused, CancellationToken cancellationToken) =>
        await schedule.PauseAsync(site, isPaused, cancellationToken) ? Results.NoContent() : Missing($"The daemon visits no site {site}.");

    private static IResult Missing(string detail) => Problem.Of(StatusCodes.Status404NotFound, detail);
}
