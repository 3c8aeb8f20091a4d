using Scraper.Core.Sites;

namespace Scraper.Fetching;

/// <summary>A request to fetch one URL.</summary>
/// <param name="Url">An absolute http or https URL; anything else ends as <see cref="FetchResult.Blocked"/>.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Site">Delay, headers, cookies and User-Agent of the site; headers and cookies go to the origin of <see cref="Home"/> only.</param>
/// <param name="Known">Validators of the body that the caller still holds; with them a 304 is an answer.</param>
public sealed record FetchRequest(Uri Url, FetchPurpose Purpose, SiteFetching Site, Validators? Known = null)
{
    /// <summary>The address that headers and cookies are meant for; of a robots.txt that a redirect led to, the one that was asked for first.</summary>
    public Uri Home { get; init; } = Url;
}
