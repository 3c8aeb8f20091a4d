using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>What a site rule did on one page: kept with the extraction, so that a rule that stops to fit is seen.</summary>
public sealed record SiteRuleReport
{
    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the rule's file, without folder; empty for a rule from no file.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The layout that was used; <see langword="null"/> where the rule has none.</summary>
    public SiteLayout? Layout { get; init; }

    /// <summary>Why the body was left to the generic labeller (which required selector missed and where it stands, or what the generic labeller is sure of); <see langword="null"/> where it was not.</summary>
    public string? FellBack { get; init; }

    /// <summary>The selector that shows that the page is no article; <see langword="null"/> where none did.</summary>
    public string? Rejected { get; init; }

    /// <summary>Whether the rule named the body, found it, and was believed.</summary>
    public bool HasBody { get; init; }

    /// <summary>Every selector and pattern that was tried, in the order of the rule.</summary>
    public IReadOnlyList<SelectorCount> Counts { get; init; } = [];

    /// <summary>The fields' values.</summary>
    public SiteRuleFields Fields { get; init; } = new();

    /// <summary>The same report for a page some of whose rewrites were not made.</summary>
    internal SiteRuleReport WithoutRewrites(IReadOnlyCollection<LeftOutRewrite> leftOut) => leftOut.Count == 0 ? this : this with
    {
        Counts = [.. leftOut.Select(l => new SelectorCount("rewrite", $"{File}:{l.Rewrite.Line}", l.Rewrite.Find, 0, l.Reason)), .. Counts],
    };

    /// <summary>Those that found nothing.</summary>
    public IEnumerable<SelectorCount> Misses => Counts.Where(c => c.Hits == 0);
}
