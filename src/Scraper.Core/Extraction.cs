using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Core;

/// <summary>What came of cleaning one page.</summary>
/// <param name="Article">The article.</param>
/// <param name="Rule">What the site's rule did; <see langword="null"/> where there was none.</param>
public sealed record Extraction(Article Article, SiteRuleReport? Rule);
