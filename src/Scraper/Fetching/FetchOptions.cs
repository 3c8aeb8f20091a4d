using Scraper.Hosting;

namespace Scraper.Fetching;

/// <summary>How this installation fetches; the section <c>Fetching</c> of appsettings.json.</summary>
public sealed record FetchOptions
{
    /// <summary>Product token: what robots.txt rules are matched against and what the User-Agent starts with. Letters, <c>-</c> and <c>_</c> only.</summary>
    public string Agent { get; init; } = "Scraper";

    /// <summary>URL or mail address at which a site's people reach the operator; part of the User-Agent. Should be set.</summary>
    public string? Contact { get; init; }

    /// <summary>Least time from the end of one request to a host to the start of the next, where neither the site's rule nor robots.txt asks for more.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A fetch that would have to wait for its host's turn longer than this and the host's delay (up to twice this) ends as <see cref="BlockReason.NotYet"/>.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>First back-off after a failure; it doubles with each further one, with jitter of up to a quarter.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest back-off. A Retry-After is honoured up to a day.</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Deadline for the network time of one fetch, redirects included, waiting for the host's turn excluded.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Deadline for robots.txt.</summary>
    public TimeSpan RobotsTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Most redirects followed; robots.txt has its own bound of five (RFC 9309, 2.3.1.2).</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Most bytes of a body, counted after its content coding is undone; a sitemap may have 50 MiB, as its protocol says.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Most KiB of response headers.</summary>
    public int MaxHeaderKilobytes { get; init; } = 64;

    /// <summary>Whether robots.txt is asked. Only for one's own servers.</summary>
    public bool IgnoreRobots { get; init; }

    /// <summary>
    /// Non-public targets that may be dialled: <c>host:port</c>, <c>host</c> (any port), either with <c>=CIDR</c> to bound what
    /// the name may resolve to, such as <c>intranet.example:443=10.1.2.0/24</c>. Everything else must be public.
    /// </summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>
    /// Where to dial in place of what a name resolves to: <c>host</c> or <c>host:port</c> to <c>address:port</c>, as curl's
    /// <c>--connect-to</c>. An explicit setting of the operator, so the address counts as allowed; TLS still verifies the name.
    /// </summary>
    public IReadOnlyDictionary<string, string> ConnectTo { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>URL of an HTTP proxy, user and password in it where it asks for them, which may stand at a private address; targets are still checked. Proxies of the environment are ignored.</summary>
    [Secret]
    public Uri? Proxy { get; init; }

    /// <summary>Hosts whose certificate is not verified; each use is logged as a warning.</summary>
    public IReadOnlyList<string> TrustAnyCertificateOf { get; init; } = [];

    /// <summary>Path of a Chromium for sites with <c>render: auto</c> or <c>always</c>; the first one on PATH where not set.</summary>
    public string? Browser { get; init; }

    /// <summary>Deadline for rendering one page.</summary>
    public TimeSpan RenderTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>MiB of memory that one process of the browser may take before it is ended.</summary>
    public int RenderMemory { get; init; } = 768;
}
