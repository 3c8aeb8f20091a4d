namespace Scraper.Core.Sites;

/// <summary>What is written after a key.</summary>
internal enum SiteKeyShape
{
    Text,
    Texts,
    TextMap,
    Number,
    Flag,
    Date,
    Duration,
    Interval,
    Ages,
    Render,
    Label,
    Selectors,
    StripMap,
    LineMap,
    Markers,
    Rewrites,
    Section,
    Sections,
}
