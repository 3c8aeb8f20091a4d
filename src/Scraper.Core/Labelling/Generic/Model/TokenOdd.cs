namespace Scraper.Core.Labelling;

/// <summary>
/// How much a token speaks for or against text: natural logarithms of its odds against the base rate, 0 where unknown.
/// The same word says different things in different houses: "reviews" is the heart of an article and the fringe of a shop.
/// </summary>
/// <param name="Any">Over pages of all kinds.</param>
/// <param name="Shop">Over the pages that offer things: products, collections, listings, services.</param>
internal readonly record struct TokenOdd(float Any, float Shop);
