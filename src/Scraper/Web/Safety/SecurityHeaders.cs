namespace Scraper.Web.Safety;

/// <summary>Headers that every answer carries: no inline script, no framing, no guessing of types.</summary>
internal static class SecurityHeaders
{
    /// <summary>The policy of our own pages. Nothing that slipped through could run: no script is allowed at all but on two pages, and there only files of ours.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The policy of an archived page in its frame: a style sheet of ours, and nothing else whatever stands in it.</summary>
    public const string FramePolicy = "default-src 'none'; style-src 'self'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox " + Markup.PageFrame.Sandbox;

    /// <summary>The policy of a page of ours; one with a script may load that from us, and ask us for news.</summary>
    public static string PolicyOf(bool hasScript) => hasScript ? Policy + "; script-src 'self'; connect-src 'self'" : Policy;

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin"; // "no-referrer" would make the Origin of our own forms "null".
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-cache, no-store"; // Without "no-cache" the antiforgery service would set it anew, with a warning.
        return next(context);
    }
}
