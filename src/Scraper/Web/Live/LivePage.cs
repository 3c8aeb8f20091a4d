namespace Scraper.Web.Live;

/// <summary>A page that has just come to the end of its journey.</summary>
/// <param name="At">When.</param>
/// <param name="Site">Name of the site.</param>
/// <param name="Url">Its address.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="IsBad">Whether somebody should look.</param>
internal sealed record LivePage(DateTimeOffset At, string Site, string Url, string Outcome, bool IsBad);
