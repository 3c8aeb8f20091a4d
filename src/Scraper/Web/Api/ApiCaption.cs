namespace Scraper.Web.Api;

/// <summary>A caption and how often it stood on the page.</summary>
internal sealed record ApiCaption(string Text, int Repeats);
