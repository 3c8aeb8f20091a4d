using System.Text;
using Scraper.Web.Markup;
using Scraper.Web.Safety;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>A whole page of the workbench, as an answer.</summary>
/// <param name="title">What it is about.</param>
/// <param name="section">Path of the navigation's entry that it belongs to.</param>
/// <param name="body">What stands in it.</param>
/// <param name="status">HTTP status.</param>
/// <param name="feed">Path of the Atom feed of the same articles, or <see langword="null"/>.</param>
/// <param name="script">The script that makes it handier, or <see langword="null"/>; it works without.</param>
internal sealed class HtmlPage(string title, string section, Node body, int status = StatusCodes.Status200OK, string? feed = null, Script? script = null) : IResult
{
    private static readonly (string Path, string Name)[] Sections = [("/", "Sites"), ("/articles", "Articles"), ("/activity", "Activity"), ("/fetch", "Fetch")];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes("<!DOCTYPE html>" + Document());
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyOf(script is not null);
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(bytes).AsTask();
    }

    private Element Document() => E(
        "html",
        E(
            "head",
            E("meta").With("charset", "utf-8"),
            E("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
            E("title", $"{title} · Scraper"),
            E("link").With("rel", "stylesheet").With("href", Asset.StyleSheet.Path),
            feed is null ? Node.None : E("link").With("rel", "alternate").With("type", "application/atom+xml").With("title", title).With("href", feed),
            script is null ? Node.None : script),
        E(
            "body",
            E("a", "To the content").Class("skip").With("href", "#content"),
            E("header", E("nav", E("ul", [.. Sections.Select(Entry)])).With("aria-label", "Workbench")),
            E("main", H1(title), body).With("id", "content").With("tabindex", "-1"))).With("lang", "en");

    private Node Entry((string Path, string Name) entry) =>
        E("li", E("a", entry.Name).With("href", entry.Path).With("aria-current", entry.Path == section ? "page" : null));
}
