using Scraper.Storage;

namespace Scraper.Web.Feeds;

/// <summary>A feed ready to be written.</summary>
/// <param name="Request">Which articles.</param>
/// <param name="Origin">Scheme and host under which the caller knows us.</param>
/// <param name="Updated">When the newest text among them was fetched.</param>
/// <param name="Articles">They, newest first.</param>
internal sealed record FeedContent(FeedRequest Request, string Origin, DateTimeOffset Updated, IReadOnlyList<StoredArticle> Articles);
