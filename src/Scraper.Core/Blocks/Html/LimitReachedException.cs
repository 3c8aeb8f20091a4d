namespace Scraper.Core.Blocks;

/// <summary>Stops the parser from inside; the tree built so far is what there is of the page. It never leaves <see cref="HtmlTree"/>.</summary>
internal sealed class LimitReachedException : Exception;
