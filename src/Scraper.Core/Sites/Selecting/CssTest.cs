namespace Scraper.Core.Sites;

/// <summary>Whether an element fits a CSS selector.</summary>
/// <param name="page">The page.</param>
/// <param name="id">The element's number.</param>
/// <param name="budget">What the test may cost.</param>
internal delegate bool CssTest(PageIndex page, int id, SelectorBudget budget);
