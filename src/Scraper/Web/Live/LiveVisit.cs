using System.Collections.Immutable;
using Scraper.Route;

namespace Scraper.Web.Live;

/// <summary>A visit that is under way.</summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Began">When it began.</param>
/// <param name="Pages">How many pages have ended in each way so far.</param>
internal sealed record LiveVisit(string Site, DateTimeOffset Began, ImmutableSortedDictionary<PageOutcomeKind, int> Pages);
