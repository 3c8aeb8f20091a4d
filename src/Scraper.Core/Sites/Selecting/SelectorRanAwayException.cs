namespace Scraper.Core.Sites;

/// <summary>A selector did more work on a page than any useful one does.</summary>
internal sealed class SelectorRanAwayException() : Exception("took too many steps on this page and was stopped; make it simpler");
