namespace Scraper.Core.Sites;

/// <summary>A selector did more work on a page than any useful one does, or the page is made so that it would.</summary>
internal sealed class SelectorRanAwayException(string message = "took too many steps on this page and was stopped; make it simpler") : Exception(message);
