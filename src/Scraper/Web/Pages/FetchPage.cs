using System.Globalization;
using Scraper.Route;
using Scraper.Storage;
using Scraper.Web.Api;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/fetch</c>: one page now.</summary>
internal static class FetchPage
{
    public static IResult Get(HttpContext context) => Page(context, null, StatusCodes.Status200OK);

    public static async Task<IResult> PostAsync(HttpContext context, OneOffFetch fetch, IStore store)
    {
        var cancellationToken = context.RequestAborted;
        var form = await SentForm.ReadAsync(context);
        if (OneOffFetch.Address(form["url"].ToString().Trim()) is not { } url)
        {
            return Page(context, "That is not an http or https address.", StatusCodes.Status400BadRequest);
        }

        if (await fetch.RunAsync(url, cancellationToken) is not { } result)
        {
            return Page(context, "Too many fetches are under way; try again in a moment.", StatusCodes.Status429TooManyRequests);
        }

        var stored = result.Outcome.HasArticle || result.Outcome.Kind == PageOutcomeKind.NotModified ? await store.Articles.FindAsync(result.Article?.Url ?? result.Url.AbsoluteUri, cancellationToken) : null;
        return stored is null
            ? Page(context, $"{result.Outcome}", StatusCodes.Status200OK)
            : Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"/articles/{stored.Id}"));
    }

    private static HtmlPage Page(HttpContext context, string? message, int status) => new(
        "Fetch a page",
        "/fetch",
        Group(
            message is null ? Node.None : P(message).With("role", "alert"),
            E(
                "form",
                CsrfField.Of(context),
                P(E("label", "Address of an article ").With("for", "url"), E("input").With("id", "url").With("name", "url").With("type", "url").With("required", string.Empty).With("maxlength", "2048")),
                P(E("button", "Fetch, clean and store"))).With("method", "post").With("action", "/fetch")),
        status);
}
