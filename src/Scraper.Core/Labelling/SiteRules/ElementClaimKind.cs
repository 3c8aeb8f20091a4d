namespace Scraper.Core.Labelling;

/// <summary>The sorts of selectors that say something of an element.</summary>
internal enum ElementClaimKind
{
    Keep,
    Strip,
    Field,
    Body,
    Unwrap,
}
