using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>A marker on a page.</summary>
/// <param name="From">Index of its first block.</param>
/// <param name="After">Index of the first block after it.</param>
/// <param name="Marker">The marker.</param>
internal sealed record BlockCut(int From, int After, SiteMarker Marker);
