namespace Scraper.Core.Blocks;

/// <summary>What a block of an editor's data is.</summary>
internal enum RichTextKind
{
    /// <summary>Nothing says what it is.</summary>
    None,

    /// <summary>Text, or a box of blocks.</summary>
    Paragraph,

    /// <summary>A sub-heading.</summary>
    Heading,

    /// <summary>A list.</summary>
    List,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>A picture, an advertisement, another story: no text of the article.</summary>
    Aside,
}
