namespace Scraper.Core.Blocks;

/// <summary>What a run of characters inside a block is.</summary>
public enum InlineKind
{
    /// <summary>A hyperlink; <see cref="Inline.Target"/> is its address as written in the page.</summary>
    Link,

    /// <summary><c>strong</c>, <c>b</c>.</summary>
    Strong,

    /// <summary><c>em</c>, <c>i</c>.</summary>
    Emphasis,

    /// <summary><c>code</c>, <c>kbd</c>, <c>samp</c>.</summary>
    Code,

    /// <summary><c>sup</c>.</summary>
    Superscript,

    /// <summary><c>sub</c>.</summary>
    Subscript,

    /// <summary>A cell of a table that heads others: <c>th</c>.</summary>
    HeaderCell,

    /// <summary>A formula in TeX that stands in its line.</summary>
    Formula,

    /// <summary>A formula in TeX that stands apart.</summary>
    DisplayFormula,
}
