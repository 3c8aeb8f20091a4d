using Scraper.Storage;

namespace Scraper.Web.Api;

/// <summary>A site's last run. It is under way, or was cut off, where it has no end after its beginning. The next is not due where nobody visits it: no rule with a schedule has its name.</summary>
internal sealed record ApiRun(string Site, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, SiteRunOutcome? Outcome, string? Detail, DateTimeOffset? NextDueAt, int FailuresInRow);
