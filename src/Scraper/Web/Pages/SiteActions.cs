using System.Globalization;
using Scraper.Scheduling;
using Scraper.Storage;
using Scraper.Web.Bench;
using Scraper.Web.Live;

namespace Scraper.Web.Pages;

/// <summary>What can be done with a site: visit it now, pause it, read its archive again, acknowledge its alarm, work on its rule.</summary>
internal static class SiteActions
{
    public static async Task<IResult> RunAsync(HttpContext context, ISchedule schedule) =>
        await schedule.RunNowAsync(await SiteAsync(context), context.RequestAborted) ? Results.Redirect("/activity") : ErrorPage.Missing("The daemon visits no site of that name, or it is paused.");

    public static Task<IResult> PauseAsync(HttpContext context, ISchedule schedule) => PauseAsync(context, schedule, isPaused: true);

    public static Task<IResult> ResumeAsync(HttpContext context, ISchedule schedule) => PauseAsync(context, schedule, isPaused: false);

    public static async Task<IResult> ReextractAsync(HttpContext context, ArchiveReadings readings, IStore store)
    {
        var site = await SiteAsync(context);
        if (await store.Crawl.FindSiteAsync(site, context.RequestAborted) is null)
        {
            return ErrorPage.Missing("Nothing is stored of a site of that name.");
        }

        return readings.Start(site) ? Results.Redirect("/activity") : ErrorPage.Of(StatusCodes.Status409Conflict, "Its archive is being read already; see Activity.");
    }

    public static async Task<IResult> AcknowledgeAsync(HttpContext context, IStore store, TimeProvider time)
    {
        var (site, form) = (await SiteAsync(context), await SentForm.ReadAsync(context));
        return int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await store.Memory.AcknowledgeAsync(site, number, time.GetUtcNow(), context.RequestAborted) ? Results.Redirect("/") : ErrorPage.Missing("There is no such alarm.");
    }

    /// <summary>Leads to the bench of a site, on its newest page.</summary>
    public static async Task<IResult> BenchAsync(RuleBench bench, CancellationToken cancellationToken, string? site = null) =>
        site is not null && await bench.NewestAsync(site, cancellationToken) is { } page ? Results.Redirect(BenchPath.Bench(page.Id))
            : ErrorPage.Missing("No page of that site is in the archive yet, so there is nothing to try a rule on.");

    private static async Task<IResult> PauseAsync(HttpContext context, ISchedule schedule, bool isPaused) =>
        await schedule.PauseAsync(await SiteAsync(context), isPaused, context.RequestAborted) ? Results.Redirect("/") : ErrorPage.Missing("The daemon visits no site of that name.");

    private static async Task<string> SiteAsync(HttpContext context) => (await SentForm.ReadAsync(context))["site"].ToString();
}
