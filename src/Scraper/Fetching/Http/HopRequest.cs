using Scraper.Core.Sites;

namespace Scraper.Fetching.Http;

/// <summary>One GET of one URL, without redirects.</summary>
/// <param name="Url">A URL that passed the gate.</param>
/// <param name="Purpose">Decides the Accept header.</param>
/// <param name="Site">Headers, cookies and User-Agent.</param>
/// <param name="IsHome">Whether this is the origin that the site's headers and cookies are for.</param>
/// <param name="Known">Validators to ask with.</param>
/// <param name="Limit">How much of the body is read.</param>
/// <param name="Deadline">Time for the whole exchange.</param>
internal sealed record HopRequest(Uri Url, FetchPurpose Purpose, SiteFetching Site, bool IsHome, Validators? Known, BodyLimit Limit, TimeSpan Deadline)
{
    /// <summary>Names and values that servers have set on the way here.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ChainCookies { get; init; } = [];
}
