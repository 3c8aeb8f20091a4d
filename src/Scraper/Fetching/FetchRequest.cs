using Scraper.Core.Sites;

namespace Scraper.Fetching;

/// <summary>A request to fetch one URL.</summary>
/// <param name="Url">An absolute http or https URL; anything else ends as <see cref="FetchResult.Blocked"/>.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Site">Delay, headers, cookies and User-Agent of the site; headers and cookies go to the host of <paramref name="Url"/> only.</param>
/// <param name="Known">Validators of the body that the caller still holds; with them a 304 is an answer.</param>
public sealed record FetchRequest(Uri Url, FetchPurpose Purpose, SiteFetching Site, Validators? Known = null);
