using Scraper.Core.Sites;

namespace Scraper.Core.Labelling;

/// <summary>What a selector says of an element it hit, and so of the blocks in it.</summary>
/// <param name="Kind">What sort of selector it was.</param>
/// <param name="Label">What the blocks are; for a keep or a body this is decided block by block.</param>
/// <param name="Selector">The selector.</param>
internal sealed record ElementClaim(ElementClaimKind Kind, Label Label, Selector Selector);
