using Microsoft.AspNetCore.Antiforgery;

namespace Scraper.Web.Safety;

/// <summary>
/// Stands before every call that is not GET, HEAD or OPTIONS: its Origin must be ours and it must carry the token against
/// cross-site request forgery, in the form or as a header. A call that shows the bearer token needs neither.
/// </summary>
internal sealed class StateChangeGuard(TokenGate gate, IAntiforgery antiforgery)
{
    /// <summary>The header in which programs send the token that <c>GET /api/v1/session</c> gives.</summary>
    public const string Header = "X-CSRF-Token";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || gate.HasBearer(request))
        {
            await next(context);
        }
        else if (!IsOurs(request))
        {
            await Failure.RefuseAsync(context, StatusCodes.Status403Forbidden, $"The Origin of this call is not {OriginOf(request)}; behind a proxy, name the address that people call by Web:PublicUrl.");
        }
        else if (!await antiforgery.IsRequestValidAsync(context))
        {
            await Failure.RefuseAsync(context, StatusCodes.Status403Forbidden, $"The call carries no valid {Header} and cookie of GET /api/v1/session; load the page again and repeat.");
        }
        else
        {
            await next(context);
        }
    }

    private static bool IsOurs(HttpRequest request) =>
        string.Equals(request.Headers.Origin, OriginOf(request), StringComparison.OrdinalIgnoreCase)
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    private static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
