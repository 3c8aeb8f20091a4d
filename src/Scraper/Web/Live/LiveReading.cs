namespace Scraper.Web.Live;

/// <summary>A site's archive being read again, or the last time that it was.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Began">When it began.</param>
/// <param name="Step">What is done: <c>waiting</c>, <c>trying</c>, <c>storing</c>, then <c>done</c>.</param>
/// <param name="Done">Pages done of this step.</param>
/// <param name="Total">Pages in all.</param>
/// <param name="Ended">What came of it; <see langword="null"/> while it goes on.</param>
internal sealed record LiveReading(string Site, DateTimeOffset Began, string Step, long Done, long Total, string? Ended);
