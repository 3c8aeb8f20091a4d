using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Core;

/// <summary>What came of a page.</summary>
/// <param name="Article">The article; its text may be empty.</param>
/// <param name="Rule">What the site's rule did, or <see langword="null"/> where there was none.</param>
/// <param name="Kind">What the page is for; <see langword="null"/> for a plain text and for a page without any.</param>
public sealed record Extraction(Article Article, SiteRuleReport? Rule, PageKind? Kind);
