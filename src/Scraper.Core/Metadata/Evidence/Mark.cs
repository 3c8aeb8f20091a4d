namespace Scraper.Core.Metadata;

/// <summary>A piece of a page that may say who or when.</summary>
/// <param name="Value">Its machine-readable value or its text, white space collapsed.</param>
/// <param name="Order">Number of elements before it.</param>
/// <param name="Zone">The parts of the page that it stands in.</param>
/// <param name="Name">What marked it: the itemprop, <c>time</c>, <c>rel</c>, <c>class</c>, <c>line</c> or heading's tag.</param>
/// <param name="Hint">Class words of the element and its parent, for what tells published from updated.</param>
/// <param name="Shown">What a reader sees of a date for machines, with the end of the line before it: "Updated: 3 May".</param>
internal sealed record Mark(string Value, int Order, PageZone Zone, string Name, string Hint = "", string Shown = "");
