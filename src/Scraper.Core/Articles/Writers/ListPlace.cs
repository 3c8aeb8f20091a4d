namespace Scraper.Core.Articles;

/// <summary>Where a block stands in its list.</summary>
/// <param name="Number">Its number in an ordered list; <see langword="null"/> under a bullet.</param>
/// <param name="IsContinued">Whether it goes on with an item of which an earlier block was the beginning.</param>
internal readonly record struct ListPlace(int? Number, bool IsContinued);
