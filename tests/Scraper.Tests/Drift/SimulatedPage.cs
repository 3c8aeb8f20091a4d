using AngleSharp.Html.Dom;

namespace Scraper.Tests.Drift;

/// <summary>A made-up page of a fixture site.</summary>
/// <param name="Site">The site.</param>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Document">Its markup, to be changed.</param>
internal sealed record SimulatedPage(SimulatedSite Site, string Url, string Title, IHtmlDocument Document)
{
    public string Html => "<!doctype html>" + Document.DocumentElement.OuterHtml;
}
