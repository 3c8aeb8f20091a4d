using Scraper.Core.Labelling;

namespace Scraper.Core.Articles;

/// <summary>Which site rule an article was read by, and how well that fitted its page.</summary>
public sealed record ArticleRule
{
    /// <summary>Name of the rule.</summary>
    public required string Name { get; init; }

    /// <summary>Name of its file, without folder; empty for a rule from no file.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>Last day of the layout that was used; <see langword="null"/> for the present one.</summary>
    public DateOnly? LayoutUntil { get; init; }

    /// <summary>Why the body was left to the generic labeller: which selector missed and where it stands; <see langword="null"/> where it was not.</summary>
    public string? FellBack { get; init; }

    /// <summary>What each selector and pattern found, each once.</summary>
    public IReadOnlyList<SelectorCount> Selectors { get; init; } = [];

    /// <summary>The record of a report; <see langword="null"/> for a page without a rule.</summary>
    internal static ArticleRule? Of(SiteRuleReport? report) => report is null ? null : new ArticleRule
    {
        Name = report.Rule,
        File = report.File,
        LayoutUntil = report.Layout?.ValidUntil,
        FellBack = report.FellBack,
        Selectors = [.. report.Counts.GroupBy(c => (c.Key, c.Expression)).Select(g => g.MaxBy(c => c.Hits)!)],
    };
}
