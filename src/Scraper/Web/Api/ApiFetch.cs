namespace Scraper.Web.Api;

/// <summary>What to fetch.</summary>
/// <param name="Url">An http or https URL.</param>
internal sealed record ApiFetch(string? Url);
