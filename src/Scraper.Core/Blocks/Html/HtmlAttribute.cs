namespace Scraper.Core.Blocks;

/// <summary>An attribute as slices of the page.</summary>
/// <param name="Name">Its name, as the parser reads it.</param>
/// <param name="Value">Its value, entities resolved.</param>
/// <param name="Kind">What it is, if some step asks for it.</param>
/// <param name="Number">The number of its value in the page's <see cref="AttributeValues"/>; -1 where it has none.</param>
internal readonly record struct HtmlAttribute(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value, AttributeKind Kind, int Number);
