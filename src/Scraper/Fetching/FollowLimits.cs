using Scraper.Fetching.Http;

namespace Scraper.Fetching;

/// <summary>Bounds of one fetch.</summary>
/// <param name="MaxRedirects">Redirects followed.</param>
/// <param name="Timeout">Network time of all hops together.</param>
/// <param name="Body">How much of the body is read.</param>
internal sealed record FollowLimits(int MaxRedirects, TimeSpan Timeout, BodyLimit Body);
