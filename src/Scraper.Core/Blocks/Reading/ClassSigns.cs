namespace Scraper.Core.Blocks;

/// <summary>What an element's classes may say to the block reader.</summary>
[Flags]
internal enum ClassSigns : byte
{
    None = 0,

    /// <summary>The element is kept for screen readers.</summary>
    ForScreenReaders = 1,

    /// <summary>It may be a formula that a script has set.</summary>
    Formula = 2,

    /// <summary>It may number the lines of a listing or copy it.</summary>
    ListingAside = 4,
}
