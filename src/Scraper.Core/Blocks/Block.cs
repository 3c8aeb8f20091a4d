namespace Scraper.Core.Blocks;

/// <summary>The smallest piece of a page that gets a label of its own.</summary>
public sealed record Block
{
    /// <summary>Position in <see cref="BlockDocument.Blocks"/>, from 0, in the order of the page.</summary>
    public required int Index { get; init; }

    /// <summary>What it is by its markup or shape.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>
    /// Its text: runs of ASCII white space folded to one space, no-break spaces kept, ends trimmed. A line feed is a
    /// line break the page asked for (or a table row, or a line of code); a tab separates table cells. Never empty.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Heading level 1–6, or list nesting depth from 1, else 0.</summary>
    public int Level { get; init; }

    /// <summary>Line of the block's start in a plain text, from 1; 0 in HTML.</summary>
    public int Line { get; init; }

    /// <summary>The nearest element that holds all of the block's text; <see langword="null"/> in plain text.</summary>
    public HtmlElement? Element { get; init; }

    /// <summary>Links and emphasis, by start.</summary>
    public IReadOnlyList<Inline> Inlines { get; init; } = [];
}
