namespace Scraper.Core.Metadata;

/// <summary>Parts of a page whose bylines and dates are rarely the article's own; read off tag names, class and id tokens.</summary>
[Flags]
internal enum PageZone
{
    None = 0,
    Footer = 1,
    Comments = 2,
    Related = 4,
    Navigation = 8,
    Aside = 16,
    Article = 32,
    Hidden = 64,

    /// <summary>A quotation, an embedded post or a figure: its date is when somebody said or pictured something.</summary>
    Quoted = 128,

    /// <summary>Anything but the article's own part.</summary>
    Elsewhere = Footer | Comments | Related | Navigation,
}
