using Scraper.Web.Live;
using Scraper.Web.Safety;

namespace Scraper.Web.Pages;

/// <summary>The workbench.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(string.Empty).ExcludeFromDescription();
        pages.MapGet("/", SitesPage.GetAsync);
        pages.MapPost("/sites/run", SiteActions.RunAsync);
        pages.MapPost("/sites/pause", SiteActions.PauseAsync);
        pages.MapPost("/sites/resume", SiteActions.ResumeAsync);
        pages.MapPost("/sites/reextract", SiteActions.ReextractAsync);
        pages.MapPost("/sites/acknowledge", SiteActions.AcknowledgeAsync);
        pages.MapGet("/sites/bench", SiteActions.BenchAsync);
        pages.MapGet("/articles", ArticlesPage.GetAsync);
        pages.MapGet("/articles/{id:long}", ArticlePage.GetAsync);
        pages.MapGet("/articles/{id:long}/page", PageView.OfArticleAsync);
        pages.MapGet("/articles/{id:long}/revisions", RevisionsPage.GetAsync);
        pages.MapGet("/stories/{id:long}", StoryPage.GetAsync);
        pages.MapGet("/pages", PageView.FindAsync);
        pages.MapGet("/pages/{id:long}", PageView.GetAsync);
        pages.MapGet("/pages/{id:long}/frame", FramePage.GetAsync);
        pages.MapGet("/pages/{id:long}/bench", BenchPage.GetAsync).WithRequestTimeout(RequestLimits.FetchTime);
        pages.MapPost("/pages/{id:long}/bench", BenchPage.PostAsync).WithRequestTimeout(RequestLimits.FetchTime);
        pages.MapGet("/activity", ActivityPage.Get);
        pages.MapGet("/activity/events", (ActivityEvents events, HttpContext context) => events.Listen(context)).DisableRequestTimeout();
        pages.MapGet("/fetch", FetchPage.Get);
        pages.MapPost("/fetch", FetchPage.PostAsync).WithRequestTimeout(RequestLimits.FetchTime);
    }
}
