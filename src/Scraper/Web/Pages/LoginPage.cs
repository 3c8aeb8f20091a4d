using Scraper.Web.Safety;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/login</c>: takes the token once and gives the browser a session.</summary>
internal static class LoginPage
{
    private static readonly TimeSpan DelayOfWrong = TimeSpan.FromSeconds(1);

    public static void MapLogin(this IEndpointRouteBuilder app)
    {
        app.MapGet("/login", (HttpContext context) => Form(context, null)).ExcludeFromDescription();
        app.MapPost("/login", PostAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(HttpContext context, TokenGate gate, SessionCookie session)
    {
        var form = await SentForm.ReadAsync(context);
        if (gate.IsToken(form["token"]))
        {
            session.SignIn(context);
            return Results.Redirect("/");
        }

        await Task.Delay(DelayOfWrong, context.RequestAborted);
        return Form(context, "That is not the token.");
    }

    private static HtmlPage Form(HttpContext context, string? problem) => new(
        "Log in",
        string.Empty,
        E(
            "form",
            CsrfField.Of(context),
            problem is null ? string.Empty : P(problem).With("role", "alert").Class("bad"),
            P(E("label", "Token ").With("for", "token"), E("input").With("id", "token").With("name", "token").With("type", "password").With("autocomplete", "current-password").With("required", string.Empty)),
            P(E("button", "Log in"))).With("method", "post").With("action", "/login"),
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden);
}
