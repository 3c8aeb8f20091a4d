using Microsoft.AspNetCore.WebUtilities;

namespace Scraper.Web.Api;

/// <summary>Problem details (RFC 9457).</summary>
internal static class Problem
{
    /// <summary>An answer of that status.</summary>
    public static IResult Of(int status, string? detail) =>
        Results.Problem(detail, statusCode: status, title: ReasonPhrases.GetReasonPhrase(status), type: "about:blank");
}
