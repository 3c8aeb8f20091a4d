namespace Scraper.Web.Safety;

/// <summary>
/// Where <c>Web:PublicUrl</c> says under which address people know us, every call counts as made there, whatever a proxy in
/// front makes of it: the Origin that changes state, cookies, feeds and the OpenAPI document follow it. Forwarded headers are not read.
/// </summary>
internal sealed class PublicAddress(WebOptions options)
{
    private readonly (string Scheme, HostString Host)? _address = options.PublicUrl is { } url ? (url.Scheme, new HostString(Authority(url))) : null;

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (_address is { } address)
        {
            (context.Request.Scheme, context.Request.Host) = address;
        }

        return next(context);
    }

    /// <summary>Whether an address names a server of the web and nothing on it.</summary>
    public static bool IsServer(Uri url) => url is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 };

    /// <summary>Host and port as browsers write them.</summary>
    private static string Authority(Uri url) => url.GetComponents(UriComponents.NormalizedHost | UriComponents.Port, UriFormat.UriEscaped);
}
