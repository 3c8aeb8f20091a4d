using Scraper.Route;

namespace Scraper.Web.Api;

/// <summary>How a one-off fetch ended.</summary>
/// <param name="Url">The canonical URL.</param>
/// <param name="Site">Name of its site.</param>
/// <param name="Outcome">Where the page's journey ended.</param>
/// <param name="Detail">Why, for people.</param>
/// <param name="Article">The stored article; null where there is none.</param>
internal sealed record ApiFetched(string Url, string Site, PageOutcomeKind Outcome, string? Detail, ApiArticle? Article);
