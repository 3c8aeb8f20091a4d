using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>How often a selector or pattern of a rule was found on a page. A fallback that was not needed is not tried and not counted.</summary>
/// <param name="Key">The rule's key: <c>title</c>, <c>body</c>, <c>strip</c>, <c>cut_after</c>, <c>lines</c> …</param>
/// <param name="Where">File name and line.</param>
/// <param name="Expression">The selector or pattern.</param>
/// <param name="Hits">How many elements or blocks it found; 0 is a miss.</param>
/// <param name="Problem">Why it was stopped, or <see langword="null"/>.</param>
public sealed record SelectorCount(string Key, string Where, string Expression, int Hits, string? Problem)
{
    internal static SelectorCount Of(string key, Selector selector, int hits, string? problem) => new(key, selector.Where, selector.Expression, hits, problem);
}
