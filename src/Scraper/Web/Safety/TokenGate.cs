using System.Security.Cryptography;
using System.Text;

namespace Scraper.Web.Safety;

/// <summary>
/// Where a token is set, lets pass only who shows it: <c>Authorization: Bearer TOKEN</c>, Basic with it as the password
/// (for feed readers), or the session cookie that <c>/login</c> gave for it.
/// </summary>
internal sealed class TokenGate(WebOptions options, SessionCookie session)
{
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal) { "/login", "/healthz", "/readyz", Asset.StyleSheet.Route, "/favicon.ico" };

    private static readonly string[] FeedChallenges = ["Basic realm=\"scraper\", charset=\"UTF-8\"", "Bearer"];

    private readonly byte[] _digest = SHA256.HashData(Encoding.UTF8.GetBytes(options.Token));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsOff || Open.Contains(context.Request.Path.Value ?? string.Empty) || HasBearer(context.Request) || session.IsIn(context))
        {
            await next(context);
        }
        else if (IsReading(context.Request) && Failure.IsForPerson(context.Request))
        {
            context.Response.Redirect("/login");
        }
        else
        {
            context.Response.Headers.WWWAuthenticate = context.Request.Path.StartsWithSegments("/feeds", StringComparison.Ordinal) ? FeedChallenges : "Bearer";
            await Failure.RefuseAsync(context, StatusCodes.Status401Unauthorized, "Show the token of Web:Token as 'Authorization: Bearer …'; a feed reader, as the password.");
        }
    }

    /// <summary>Whether no token is asked for.</summary>
    public bool IsOff => options.Token.Length == 0;

    /// <summary>Whether a text is the token; takes as long for any.</summary>
    public bool IsToken(string? text) => !IsOff && text is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), _digest);

    /// <summary>Whether the caller shows the token with this very call, which no foreign page can make a browser do.</summary>
    public bool HasBearer(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return IsToken(given[7..].Trim());
        }

        // A browser keeps sending Basic by itself, so it opens reading only.
        if (!given.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) || !IsReading(request))
        {
            return false;
        }

        Span<byte> pair = stackalloc byte[1024];
        return Convert.TryFromBase64String(given[6..].Trim(), pair, out var length)
            && Encoding.UTF8.GetString(pair[..length]).Split(':', 2) is [_, var password] && IsToken(password);
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
