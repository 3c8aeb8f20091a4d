namespace Scraper.Core.Metadata;

/// <summary>What a word or phrase does in a date line or byline; one word may do several things in several languages.</summary>
[Flags]
internal enum WordUse
{
    None = 0,
    At = 1 << 0,
    Published = 1 << 1,
    Updated = 1 << 2,
    Relative = 1 << 3,
    Weekday = 1 << 4,
    Am = 1 << 5,
    Pm = 1 << 6,
    Ordinal = 1 << 7,
    Byline = 1 << 8,
    BylineLabel = 1 << 9,
    BylineWeak = 1 << 10,
    BylineAfter = 1 << 11,
    And = 1 << 12,
    Role = 1 << 13,
    Month = 1 << 14,

    /// <summary>Names one who helped: an editor, a photographer, a reviewer.</summary>
    BylineOther = 1 << 15,

    /// <summary>A "by" that is too common to count but in its own language, before a full name that fills the line.</summary>
    BylineShort = 1 << 16,

    /// <summary>An "and" that means much else as well, and joins names only in its own language.</summary>
    AndShort = 1 << 17,

    /// <summary>Everything that may stand around a date without making the line more than a date line.</summary>
    AroundDate = At | Published | Updated | Relative | Weekday | Am | Pm | Ordinal,
}
