namespace Scraper.Core.Blocks;

/// <summary>What the block reader does with an element, by its tag.</summary>
internal enum TagRole : byte
{
    /// <summary>Not in the table: a custom element or a tag of the page's own.</summary>
    Unknown,

    /// <summary>Its text runs on in the line.</summary>
    Inline,

    /// <summary>Ends the block before it and begins a new one.</summary>
    Container,

    /// <summary>A container whose loose text is one paragraph: adjoining inline elements run together.</summary>
    Paragraph,

    Heading,
    List,
    ListItem,
    Caption,
    Quote,
    Preformatted,
    Table,
    Row,
    Cell,
    Break,
    Rule,
    Embed,
    NoScript,
    Template,

    /// <summary>Its own words are a control's; in a sentence it runs on.</summary>
    Control,

    /// <summary>Neither it nor what is in it is text of the page.</summary>
    Skip,
}
