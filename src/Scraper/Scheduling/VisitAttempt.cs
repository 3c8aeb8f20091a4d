using Scraper.Route;

namespace Scraper.Scheduling;

/// <summary>An attempt to visit a site.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Visit">The visit, where it was made.</param>
internal readonly record struct VisitAttempt(VisitEnd End, SiteVisit? Visit = null);
