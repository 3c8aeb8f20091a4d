using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Antiforgery;
using Scraper.Storage;
using Scraper.Web.Safety;

namespace Scraper.Web.Api;

/// <summary>The end points under <c>/api/v1</c>, and the OpenAPI document that is made from them.</summary>
internal static class ApiEndpoints
{
    private const int LongestList = 200;
    private const string Json = "application/json";

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json");
        var api = app.MapGroup("/api/v1");
        api.MapGet("/articles", ListAsync).Describe<ApiArticles>("listArticles", "Articles with text, in the order of their change sequence, from 'after' on.", 400, 404);
        api.MapGet("/articles/{id:long}", FindAsync).Describe<ApiArticle>("getArticle", "One article.", 404);
        api.MapGet("/articles/{id:long}/revisions", RevisionsAsync).Describe<IReadOnlyList<ApiRevision>>("listRevisions", "The texts that an article has had, oldest first, with diffs.", 404);
        api.MapGet("/articles/{id:long}/blocks", BlocksAsync).Describe<IReadOnlyList<ApiBlock>>("listBlocks", "Every block of an article's page with its label and the reason for it.", 404);
        api.MapGet("/changes", ChangesAsync).Describe<ApiChanges>("listChanges", "What was stored, changed and deleted since 'after', oldest first.", 400);
        api.MapGet("/search", SearchAsync).Describe<IReadOnlyList<ApiHit>>("search", "Articles by words, \"a phrase\", prefix*, OR, NOT; best first.", 400, 404)
            .AddOpenApiOperationTransformer((operation, _, _) => OpenApiText.RequireAsync(operation, "q"));
        api.MapGet("/stories/{id:long}", TellingsAsync).Describe<IReadOnlyList<StoryTelling>>("getStory", "The tellings of a story, oldest first.", 404);
        api.MapGet("/sites", SitesAsync).Describe<IReadOnlyList<ApiSite>>("listSites", "The sites, what is stored of each, and how well its rule fits.");
        api.MapGet("/runs", RunsAsync).Describe<IReadOnlyList<ApiRun>>("listRuns", "The last run of each site.");
        api.MapPost("/sites/{site}/run", SiteEndpoints.RunAsync).Describe("runSite", "Visits a site now, besides its schedule.", 403, 404);
        api.MapPost("/sites/{site}/pause", SiteEndpoints.PauseAsync).Describe("pauseSite", "Visits a site no more until it is resumed; restarts do not change that.", 403, 404);
        api.MapPost("/sites/{site}/resume", SiteEndpoints.ResumeAsync).Describe("resumeSite", "Visits a paused site again, at once where its time has passed.", 403, 404);
        api.MapGet("/alarms", SiteEndpoints.AlarmsAsync).Describe<IReadOnlyList<ApiAlarm>>("listAlarms", "Open alarms, newest first; with all=true those that are over, too.", 400);
        api.MapPost("/alarms/{site}/{number:int}/acknowledge", SiteEndpoints.AcknowledgeAsync).Describe("acknowledgeAlarm", "Notes that somebody has seen an alarm.", 403, 404);
        api.MapGet("/session", Session).Describe<ApiSession>("getSession", "The token against cross-site request forgery, with its cookie.");
        api.MapPost("/fetch", FetchAsync)
            .Describe<ApiFetched>("fetch", "Fetches, cleans and stores one page; the address guard, robots.txt and politeness hold.", 400, 403, 413, 415, 429).WithRequestTimeout(RequestLimits.FetchTime);
    }

    private static async Task<IResult> ListAsync(IStore store, CancellationToken cancellationToken, long after = 0, [Range(1, LongestList)] int limit = 50, string? site = null)
    {
        if ((Refusal(after, limit) ?? await StrangerAsync(store, site, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        var articles = new List<ApiArticle>();
        await foreach (var article in store.Articles.ReadAsync(new ArticleFilter { AfterChange = after, Limit = limit, Site = site }, cancellationToken))
        {
            articles.Add(ApiArticle.Of(article));
        }

        return Results.Ok(new ApiArticles(articles, articles.Count == 0 ? after : articles[^1].ChangeSeq));
    }

    private static async Task<IResult> FindAsync(long id, IStore store, CancellationToken cancellationToken) =>
        await store.Articles.FindAsync(Number(id), cancellationToken) is { } article ? Results.Ok(ApiArticle.Of(article)) : Missing($"There is no article {id}.");

    private static async Task<IResult> RevisionsAsync(long id, IStore store, CancellationToken cancellationToken) =>
        await store.Articles.RevisionsAsync(id, cancellationToken) is { Count: > 0 } revisions ? Results.Ok(revisions.Select(ApiRevision.Of)) : Missing($"There is no article {id}.");

    private static async Task<IResult> BlocksAsync(long id, IStore store, CancellationToken cancellationToken) =>
        await store.Articles.FindAsync(Number(id), cancellationToken) is { } article ? Results.Ok(article.Article.Blocks.Select(ApiBlock.Of)) : Missing($"There is no article {id}.");

    private static async Task<IResult> ChangesAsync(IStore store, CancellationToken cancellationToken, long after = 0, [Range(1, LongestList)] int limit = 50)
    {
        if (Refusal(after, limit) is { } refusal)
        {
            return refusal;
        }

        var changes = await store.Articles.ChangesAsync(after, limit, cancellationToken);
        return Results.Ok(new ApiChanges(
            [.. changes.Select(c => new ApiChange(c.Seq, c.Kind, c.ArticleId, c.Url, c.Site, c.At, c.Revision))], changes.Count == 0 ? after : changes[^1].Seq));
    }

    private static async Task<IResult> SearchAsync(IStore store, CancellationToken cancellationToken, string? q = null, string? site = null, [Range(1, LongestList)] int limit = 20) =>
        Refusal(0, limit) ?? await StrangerAsync(store, site, cancellationToken) ?? (string.IsNullOrWhiteSpace(q)
            ? Problem.Of(StatusCodes.Status400BadRequest, "q: give at least one word.")
            : Results.Ok((await store.Articles.SearchAsync(q, new ArticleFilter { Site = site, Limit = limit }, cancellationToken)).Select(ApiHit.Of)));

    private static async Task<IResult> TellingsAsync(long id, IStore store, CancellationToken cancellationToken) =>
        await store.Articles.TellingsAsync(id, cancellationToken) is { Count: > 0 } tellings ? Results.Ok(tellings) : Missing($"There is no story {id}.");

    private static async Task<IResult> SitesAsync(IStore store, CancellationToken cancellationToken)
    {
        var rules = (await store.Rules.ListUseAsync(cancellationToken)).ToDictionary(r => r.Site, StringComparer.Ordinal);
        return Results.Ok((await store.Crawl.ListSitesAsync(cancellationToken)).Select(s =>
        {
            var rule = rules.GetValueOrDefault(s.Site);
            return new ApiSite(
                s.Site, s.Articles, s.LastArticleAt, s.StartedAt, s.NextDueAt, s.PausedAt, rule?.Pages, rule?.RecentShare, [.. rule?.Silent.Select(m => $"{m.Place} {m.Key} {m.Expression}") ?? []]);
        }));
    }

    private static async Task<IResult> RunsAsync(IStore store, CancellationToken cancellationToken) => Results.Ok(
        (await store.Crawl.ListSitesAsync(cancellationToken)).Where(s => s.StartedAt is not null)
        .Select(s => new ApiRun(s.Site, s.StartedAt, s.FinishedAt, s.Outcome, s.Detail, s.NextDueAt, s.Failures)));

    private static IResult Session(HttpContext context, IAntiforgery antiforgery) =>
        Results.Ok(new ApiSession(StateChangeGuard.Header, antiforgery.GetAndStoreTokens(context).RequestToken!));

    private static async Task<IResult> FetchAsync(ApiFetch asked, OneOffFetch fetch, IStore store, CancellationToken cancellationToken)
    {
        if (OneOffFetch.Address(asked.Url) is not { } url)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "url: must be an http or https URL without user name, at most 2048 characters.");
        }

        return await fetch.RunAsync(url, cancellationToken) is { } result
            ? Results.Ok(await ApiFetched.OfAsync(result, store, cancellationToken))
            : Problem.Of(StatusCodes.Status429TooManyRequests, "Too many fetches are under way; try again in a moment.");
    }

    private static RouteHandlerBuilder Describe<T>(this RouteHandlerBuilder endpoint, string name, string summary, params ReadOnlySpan<int> errors) =>
        endpoint.Produces<T>(StatusCodes.Status200OK, Json).Named(name, summary, errors);

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string name, string summary, params ReadOnlySpan<int> errors) =>
        endpoint.Produces(StatusCodes.Status204NoContent).Named(name, summary, errors);

    private static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string name, string summary, ReadOnlySpan<int> errors)
    {
        endpoint.WithName(name).WithSummary(summary);
        foreach (var status in (ReadOnlySpan<int>)[.. errors, StatusCodes.Status401Unauthorized])
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint;
    }

    private static IResult? Refusal(long after, int limit) =>
        after < 0 ? Problem.Of(StatusCodes.Status400BadRequest, "after: must be 0 or more.")
        : limit is < 1 or > LongestList ? Problem.Of(StatusCodes.Status400BadRequest, $"limit: must be 1 to {LongestList}.") : null;

    /// <summary>What is said of a site that the store has never met: an empty list would look like an answer.</summary>
    private static async Task<IResult?> StrangerAsync(IStore store, string? site, CancellationToken cancellationToken) =>
        site is null || await store.Crawl.FindSiteAsync(site, cancellationToken) is not null ? null : Missing("site: there is no such site.");

    private static IResult Missing(string detail) => Problem.Of(StatusCodes.Status404NotFound, detail);

    private static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
