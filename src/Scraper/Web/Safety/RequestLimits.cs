using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Scraper.Web.Safety;

/// <summary>How much and how long a caller may ask for.</summary>
internal static class RequestLimits
{
    /// <summary>Bytes of a request's body.</summary>
    public const int MaxBody = 256 * 1024;

    /// <summary>How long one call may take.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>How long a one-off fetch may take, politeness included.</summary>
    public static readonly TimeSpan FetchTime = TimeSpan.FromMinutes(3);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBody;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MaxConcurrentConnections = 256;
    }
}
