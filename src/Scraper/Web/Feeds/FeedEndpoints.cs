using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Scraper.Storage;
using Scraper.Web.Api;

namespace Scraper.Web.Feeds;

/// <summary>
/// <c>/feeds/articles.atom</c> and <c>.json</c>, of a site by <c>?site=</c>, of a search by <c>?q=</c>. The entity tag is of
/// the list alone, so that a reader that has it costs no article. There is no Last-Modified: a re-extraction, a deletion or an
/// import of an old capture changes the list, and no moment that is stored moves with all of them.
/// </summary>
internal static class FeedEndpoints
{
    private const int Entries = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapGet("/feeds/articles.atom", (HttpContext context, IStore store, string? site, string? q) =>
            AnswerAsync(context, store, new FeedRequest(Known(site), Known(q)), "application/atom+xml; charset=utf-8", AtomWriter.Write)).ExcludeFromDescription();
        app.MapGet("/feeds/articles.json", (HttpContext context, IStore store, string? site, string? q) =>
            AnswerAsync(context, store, new FeedRequest(Known(site), Known(q)), "application/feed+json; charset=utf-8", JsonFeedWriter.Write)).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, IStore store, FeedRequest request, string type, Func<FeedContent, byte[]> write)
    {
        var cancellationToken = context.RequestAborted;
        var list = await ListAsync(store, request, cancellationToken);
        if (list.Count == 0 && request.Site is { } site && await store.Crawl.FindSiteAsync(site, cancellationToken) is null)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "There is no such site.");
        }

        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var tag = new EntityTagHeaderValue($"\"{Digest(list, origin, type)}\"");
        context.Response.Headers.CacheControl = "private, no-cache";
        if (IsKnown(context.Request, tag))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var articles = new List<StoredArticle>(list.Count);
        foreach (var entry in list)
        {
            if (await store.Articles.FindAsync(entry.Id.ToString(CultureInfo.InvariantCulture), cancellationToken) is { } article)
            {
                articles.Add(article);
            }
        }

        return Results.Bytes(write(new FeedContent(request, origin, list.Count == 0 ? DateTimeOffset.UnixEpoch : list.Max(a => a.FetchedAt), articles)), type, entityTag: tag);
    }

    private static async Task<IReadOnlyList<ArticleSummary>> ListAsync(IStore store, FeedRequest request, CancellationToken cancellationToken)
    {
        var filter = new ArticleFilter { Site = request.Site, Limit = Entries };
        return request.Query is null
            ? await store.Articles.ListAsync(filter, cancellationToken)
            : [.. (await store.Articles.SearchAsync(request.Query, filter, cancellationToken)).Select(h => h.Article).OrderByDescending(a => a.Cursor.At).ThenByDescending(a => a.Id)];
    }

    /// <summary>Whether the caller has it (RFC 9110, 13.1.2).</summary>
    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t == EntityTagHeaderValue.Any);

    private static string Digest(IEnumerable<ArticleSummary> list, string origin, string type) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join(';', list.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Id}:{a.ChangeSeq}")).Prepend(type).Prepend(origin)))))[..32];

    private static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
