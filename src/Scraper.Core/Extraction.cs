using Scraper.Core.Articles;
using Scraper.Core.Labelling;
using Scraper.Core.Verdicts;

namespace Scraper.Core;

/// <summary>What came of a page.</summary>
/// <param name="Article">What was read from it; its text may be empty.</param>
/// <param name="Verdict">What the page is: anything but an article is not to be stored as one.</param>
/// <param name="Rule">What the site's rule did, or <see langword="null"/> where there was none.</param>
/// <param name="Assessment">What the page is for and how far the text can be trusted; <see langword="null"/> for a plain text and for a page without any.</param>
public sealed record Extraction(Article Article, PageVerdict Verdict, SiteRuleReport? Rule, GenericAssessment? Assessment)
{
    /// <summary>F1, over characters, of the text and what the generic labeller alone takes, 0–1; <see langword="null"/> where it was not asked.</summary>
    public double? Agreement { get; init; }

    /// <summary>Whether there was more of the page or text than is read: 40 million UTF-16 code units of a page and 50,000 of its blocks, 10 million and 200,000 lines of a text.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Version of the site's template that was heard; <see langword="null"/> where none was known.</summary>
    public string? TemplateVersion { get; init; }
}
