using Microsoft.AspNetCore.Antiforgery;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>The hidden field without which a form changes nothing.</summary>
internal static class CsrfField
{
    /// <summary>Its name.</summary>
    public const string Name = "csrf";

    /// <summary>The field, with the cookie that belongs to it set.</summary>
    public static Node Of(HttpContext context) =>
        E("input").With("type", "hidden").With("name", Name).With("value", context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken);
}
