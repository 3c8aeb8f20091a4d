using Scraper.Core.Labelling;

namespace Scraper.Core.Sites;

/// <summary>Blocks whose text matches are not the article, and what they are.</summary>
/// <param name="Pattern">Matched against a block's whole text.</param>
/// <param name="Label">What the block is.</param>
public sealed record SiteLine(SitePattern Pattern, Label Label);
