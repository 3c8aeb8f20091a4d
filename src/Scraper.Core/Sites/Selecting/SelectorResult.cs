namespace Scraper.Core.Sites;

/// <summary>What a selector found on a page.</summary>
/// <param name="Hits">In document order.</param>
/// <param name="Problem">Why it was stopped or could not run, or <see langword="null"/>.</param>
public sealed record SelectorResult(IReadOnlyList<SelectorHit> Hits, string? Problem);
