using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Core;

/// <summary>What came of a page.</summary>
/// <param name="Article">The article; its text may be empty.</param>
/// <param name="Rule">What the site's rule did, or <see langword="null"/> where there was none.</param>
/// <param name="Assessment">What the page is for and how far the text can be trusted; <see langword="null"/> for a plain text and for a page without any.</param>
public sealed record Extraction(Article Article, SiteRuleReport? Rule, GenericAssessment? Assessment)
{
    /// <summary>Least confidence at which a page is called something other than an article.</summary>
    private const double CertainKind = 0.8;

    /// <summary>
    /// What the page is in place of an article; <see langword="null"/> where it may be one. A page whose body the
    /// site's rule found is one, unless the rule itself rejects it.
    /// </summary>
    public string? NotAnArticle => this switch
    {
        { Rule.Rejected: { } selector } => $"rejected by {selector}",
        { Rule.HasBody: true } => null,
        { Assessment: { Kind: PageKind.Listing or PageKind.Collection, KindConfidence: >= CertainKind } assessment } => Names.Of(assessment.Kind),
        _ => null,
    };
}
