using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>Runs the selectors of a layout on one page and counts what each of them found.</summary>
internal sealed class SelectorRun(SelectorPage? page)
{
    private readonly List<SelectorCount> _counts = [];

    public IReadOnlyList<SelectorCount> Counts => _counts;

    /// <summary>What the layout's patterns may still take on the page.</summary>
    public PatternBudget Patterns { get; } = new();

    /// <summary>What a selector finds; nothing on a plain text.</summary>
    public IReadOnlyList<SelectorHit> Select(string key, Selector selector)
    {
        if (page is null)
        {
            return [];
        }

        var (hits, problem) = page.Select(selector);
        _counts.Add(SelectorCount.Of(key, selector, hits.Count, problem));
        return hits;
    }

    /// <summary>The first selector that finds something, and what; <see langword="null"/> where none does.</summary>
    public (Selector Selector, IReadOnlyList<SelectorHit> Hits)? First(string key, IEnumerable<Selector> selectors)
    {
        foreach (var selector in selectors)
        {
            if (Select(key, selector) is { Count: > 0 } hits)
            {
                return (selector, hits);
            }
        }

        return null;
    }

    /// <summary>Counts something other than a selector.</summary>
    public void Count(SelectorCount count) => _counts.Add(count);
}
