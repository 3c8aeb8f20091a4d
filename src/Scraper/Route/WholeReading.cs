using Scraper.Core;
using Scraper.Fetching;

namespace Scraper.Route;

/// <summary>An article read over all its pages.</summary>
/// <param name="Extraction">What was read.</param>
/// <param name="Parts">The pages after the first that its text comes from, in the order they were read.</param>
/// <param name="Missing">The first page that the rule leads to and that could not be had; the article ends ahead of it.</param>
internal sealed record WholeReading(Extraction Extraction, IReadOnlyList<RawPage> Parts, Uri? Missing);
