using System.Net;
using Scraper.Core.Sites;

namespace Scraper.Web.Safety;

/// <summary>
/// Refuses calls under a foreign name, which is how DNS rebinding gets at a server on loopback: the attacker's name
/// resolves to us, but stays in the Host header. Bare addresses cannot be rebound.
/// </summary>
internal sealed class HostAllowList(WebOptions options)
{
    private readonly HashSet<string> _names = new([.. options.Hosts, "localhost", .. options.PublicUrl is { } url ? [url.Host, UrlHost.Of(url)] : Array.Empty<string>()], StringComparer.OrdinalIgnoreCase);
    private readonly bool _isLocal = options.Urls.All(u => ListenAddress.Read(u) is { } end && IPAddress.IsLoopback(end.Address));

    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        IsAllowed(context.Request.Host.Host)
            ? next(context)
            : Failure.RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, "This server is not called by that name; add it to Web:Hosts if it should be.");

    /// <summary>Whether a Host header's name may call us.</summary>
    public bool IsAllowed(string host) =>
        _names.Contains(host) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (!_isLocal || IPAddress.IsLoopback(address)));
}
