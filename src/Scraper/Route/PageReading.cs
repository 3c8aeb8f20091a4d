using Scraper.Core;
using Scraper.Fetching;

namespace Scraper.Route;

/// <summary>What was read from one page, and where its rule says that the rest of the article is.</summary>
/// <param name="Page">The page.</param>
/// <param name="Extraction">What was read.</param>
/// <param name="SinglePage">The whole article on one page, or <see langword="null"/>.</param>
/// <param name="NextPage">The next page of the article, or <see langword="null"/>.</param>
internal sealed record PageReading(RawPage Page, Extraction Extraction, Uri? SinglePage, Uri? NextPage);
