using Scraper.Scheduling;
using Scraper.Web.Safety;

namespace Scraper.Web.Pages;

/// <summary>The workbench.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(string.Empty).ExcludeFromDescription();
        pages.MapGet("/", SitesPage.GetAsync);
        pages.MapPost("/sites/run", RunNowAsync);
        pages.MapGet("/articles", ArticlesPage.GetAsync);
        pages.MapGet("/articles/{id:long}", ArticlePage.GetAsync);
        pages.MapGet("/articles/{id:long}/page", PageView.OfArticleAsync);
        pages.MapGet("/pages", PageView.FindAsync);
        pages.MapGet("/pages/{id:long}", PageView.GetAsync);
        pages.MapGet("/pages/{id:long}/frame", FramePage.GetAsync);
        pages.MapGet("/pages/{id:long}/bench", BenchPage.GetAsync).WithRequestTimeout(RequestLimits.FetchTime);
        pages.MapPost("/pages/{id:long}/bench", BenchPage.PostAsync).WithRequestTimeout(RequestLimits.FetchTime);
        pages.MapGet("/articles/{id:long}/revisions", RevisionsPage.GetAsync);
        pages.MapGet("/stories/{id:long}", StoryPage.GetAsync);
        pages.MapGet("/fetch", FetchPage.Get);
        pages.MapPost("/fetch", FetchPage.PostAsync).WithRequestTimeout(RequestLimits.FetchTime);
    }

    private static async Task<IResult> RunNowAsync(HttpContext context, ISchedule schedule)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await schedule.RunNowAsync(form["site"].ToString(), context.RequestAborted)
            ? Results.Redirect("/")
            : ErrorPage.Missing("The daemon visits no site of that name.");
    }
}
