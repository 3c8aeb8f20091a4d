namespace Scraper.Web.Api;

/// <summary>What a program without the bearer token sends along with a state change, together with the cookie that came with this.</summary>
/// <param name="Header">Name of the header.</param>
/// <param name="CsrfToken">Its value.</param>
internal sealed record ApiSession(string Header, string CsrfToken);
