namespace Scraper.Web.Api;

/// <summary>Steps of the change sequence, deletions among them.</summary>
/// <param name="Changes">At most as many as asked for.</param>
/// <param name="Next">What to give as <c>after</c> next time.</param>
internal sealed record ApiChanges(IReadOnlyList<ApiChange> Changes, long Next);
