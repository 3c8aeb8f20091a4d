namespace Scraper.Core.Blocks;

/// <summary>What a block is by its markup (or, in plain text, by its shape), before anybody asks what it is for.</summary>
public enum BlockKind
{
    /// <summary>A run of prose: <c>p</c>, or loose text between block elements.</summary>
    Paragraph,

    /// <summary><c>h1</c>–<c>h6</c>; <see cref="Block.Level"/> is 1–6.</summary>
    Heading,

    /// <summary>One item of a list; <see cref="Block.Level"/> is the nesting depth from 1.</summary>
    ListItem,

    /// <summary>Text that the markup ties to a picture: <c>figcaption</c>, <c>caption</c>.</summary>
    Caption,

    /// <summary>Text inside <c>blockquote</c> or <c>q</c>.</summary>
    Quote,

    /// <summary>A whole data table: cells are separated by tabs, rows by line feeds.</summary>
    Table,

    /// <summary>Preformatted text, white space kept.</summary>
    Code,

    /// <summary>One line of a plain text.</summary>
    Line,

    /// <summary>A placeholder for an embedded post or video; the text is its link.</summary>
    Embed,

    /// <summary>The site's own navigation, header or footer, where no prose stands in it: one line an entry.</summary>
    Menu,
}
