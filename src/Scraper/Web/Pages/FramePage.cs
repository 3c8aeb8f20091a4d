using System.Text;
using Scraper.Web.Bench;
using Scraper.Web.Markup;
using Scraper.Web.Safety;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/pages/ID/frame</c>: an archived page, inert, for the frame of <see cref="PageFrame"/>.</summary>
internal sealed class FramePage(Node body, int status = StatusCodes.Status200OK) : IResult
{
    public static async Task<IResult> GetAsync(long id, RuleBench bench, RuleDrafts drafts, CancellationToken cancellationToken, string? draft = null)
    {
        if (await bench.PageAsync(id, cancellationToken) is not { } page)
        {
            return new FramePage(P("There is no such page, or its bytes are no longer kept."), StatusCodes.Status404NotFound);
        }

        var blocks = drafts.Find(draft) is { } text && text.Site == page.Site && bench.Compile(page, text.Text).Rule is { } rule
            ? (await bench.ReadAsync(page, rule, cancellationToken)).Article?.Blocks ?? []
            : draft == BenchPath.Today ? (await bench.ReadAsync(page, bench.RuleOf(page), cancellationToken)).Article?.Blocks ?? []
            : await bench.BlocksAsync(page, cancellationToken);
        return new FramePage(blocks.Count == 0 ? P("There is no text on this page.") : InertPage.Of(blocks, BenchPath.Choosing(id, draft == BenchPath.Today ? null : draft)));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var page = E(
            "html",
            E("head", E("meta").With("charset", "utf-8"), E("title", "Archived page"), E("link").With("rel", "stylesheet").With("href", Asset.FrameStyleSheet.Path)),
            E("body", E("main", H1("Archived page").Class("hidden"), body))).With("lang", "en");
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = SecurityHeaders.FramePolicy;
        response.Headers.XFrameOptions = "SAMEORIGIN";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes("<!DOCTYPE html>" + page)).AsTask();
    }
}
