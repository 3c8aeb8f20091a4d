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
}
