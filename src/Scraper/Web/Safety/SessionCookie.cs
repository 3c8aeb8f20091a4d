using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Scraper.Web.Safety;

/// <summary>The cookie of a browser that has shown the token. Its key lives as long as the process; the token is not in it.</summary>
internal sealed class SessionCookie(IDataProtectionProvider protection)
{
    private const string Name = "scraper.session";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("session").ToTimeLimitedDataProtector();

    public bool IsIn(HttpContext context)
    {
        try
        {
            return context.Request.Cookies.TryGetValue(Name, out var cookie) && _protector.Unprotect(cookie) == Name;
        }
        catch (CryptographicException)
        {
            return false; // Expired, of an earlier process, or made up.
        }
    }

    public void SignIn(HttpContext context) => context.Response.Cookies.Append(Name, _protector.Protect(Name, Lifetime), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = Lifetime,
    });
}
