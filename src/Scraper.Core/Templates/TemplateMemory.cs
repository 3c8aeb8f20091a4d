using System.Collections.Immutable;

namespace Scraper.Core.Templates;

/// <summary>
/// What a site's latest pages look like: the traces of at most <see cref="TemplateLimits.Pages"/> pages, the oldest first.
/// All counts are taken from these, so what it says is exact about what it holds. Immutable.
/// </summary>
public sealed record TemplateMemory
{
    /// <summary>A site of which nothing is known.</summary>
    public static TemplateMemory Empty { get; } = new();

    /// <summary>The pages, in the order in which they were learnt.</summary>
    public ImmutableList<PageTrace> Pages { get; init; } = [];

    /// <summary>How many pages have ever been learnt, pages that came again included.</summary>
    public long Learnt { get; init; }

    /// <summary>Paths by their number, for people: CSS of their last elements.</summary>
    public ImmutableDictionary<ulong, string> Paths { get; init; } = ImmutableDictionary<ulong, string>.Empty;

    /// <summary>How texts that stand on two pages or more begin, by path and text as one number; for people.</summary>
    public ImmutableDictionary<ulong, string> Excerpts { get; init; } = ImmutableDictionary<ulong, string>.Empty;
}
