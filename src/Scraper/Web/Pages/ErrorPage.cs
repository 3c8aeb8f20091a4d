using Microsoft.AspNetCore.WebUtilities;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>What went wrong, for people.</summary>
internal static class ErrorPage
{
    public static HtmlPage Of(int status, string? detail) => new(
        ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } reason ? reason : "Error", string.Empty, Group(P(detail ?? "There is nothing more to say."), P(Link("/", "To the sites"))), status);

    public static HtmlPage Missing(string what) => Of(StatusCodes.Status404NotFound, what);
}
