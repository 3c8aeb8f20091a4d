namespace Scraper.Web.Api;

/// <summary>A picture that has a caption or credit, with its absolute address.</summary>
internal sealed record ApiPicture(string Address, string? Caption, string? Credit);
