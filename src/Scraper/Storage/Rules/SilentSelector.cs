namespace Scraper.Storage;

/// <summary>A selector or pattern of a rule that finds nothing any more.</summary>
/// <param name="Key">The rule's key: <c>title</c>, <c>strip</c> …</param>
/// <param name="Place">File name and line where it last stood.</param>
/// <param name="Expression">The selector or pattern.</param>
/// <param name="Misses">Pages in a row without a hit.</param>
/// <param name="LastHitAt">When it last found something; <see langword="null"/> for never.</param>
public sealed record SilentSelector(string Key, string Place, string Expression, long Misses, DateTimeOffset? LastHitAt);
