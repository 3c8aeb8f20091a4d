using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>One step of the change sequence; a deletion has no revision.</summary>
internal sealed record ApiChange(long ChangeSeq, ChangeKind Kind, long ArticleId, string Url, string Site, DateTimeOffset At, int? Revision);
