namespace Scraper.Core.Blocks;

/// <summary>A marked run of characters inside <see cref="Block.Text"/>.</summary>
/// <param name="Start">Index of its first UTF-16 code unit in the block's text.</param>
/// <param name="Length">Its length in UTF-16 code units, at least 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The address of a link, else <see langword="null"/>.</param>
public readonly record struct Inline(int Start, int Length, InlineKind Kind, string? Target);
