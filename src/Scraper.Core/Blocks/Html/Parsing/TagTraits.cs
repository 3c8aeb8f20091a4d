namespace Scraper.Core.Blocks.Parsing;

/// <summary>What tree construction has to know of an element by its name (HTML Living Standard 13.2.4.2 and 13.2.4.3).</summary>
[Flags]
internal enum TagTraits
{
    None = 0,

    /// <summary>Ends the search for the element that an end tag closes.</summary>
    Special = 1 << 0,

    /// <summary>Comes back in the next block when left open.</summary>
    Formatting = 1 << 1,

    /// <summary>Bounds every scope.</summary>
    Scope = 1 << 2,

    /// <summary>Bounds the scope of list items.</summary>
    ListScope = 1 << 3,

    /// <summary>Bounds the scope of paragraphs.</summary>
    ButtonScope = 1 << 4,

    /// <summary>Bounds the scope of table parts.</summary>
    TableScope = 1 << 5,

    /// <summary>Does not bound the scope of <c>select</c>; everything else does.</summary>
    SelectScope = 1 << 6,

    /// <summary>Its end tag may be left out where a parent ends.</summary>
    ImpliedEnd = 1 << 7,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1 << 8,

    /// <summary>Never nests by being left open: the next of its kind closes it, or it is void or raw text.</summary>
    Flat = 1 << 9,

    /// <summary>A heading, h1 to h6.</summary>
    Heading = 1 << 10,

    /// <summary>Text that must not stand in it goes in front of the table.</summary>
    Fosters = 1 << 11,

    /// <summary>An element of SVG.</summary>
    Svg = 1 << 12,

    /// <summary>An element of MathML.</summary>
    MathMl = 1 << 13,

    /// <summary>HTML may stand in it, in SVG or MathML.</summary>
    HtmlPoint = 1 << 14,

    /// <summary>Text and most HTML may stand in it, in MathML.</summary>
    MathTextPoint = 1 << 15,

    /// <summary>Its text is not markup.</summary>
    Raw = 1 << 16,

    /// <summary>Not an element of HTML.</summary>
    Foreign = Svg | MathMl,
}
