namespace Scraper.Core.Blocks.Parsing;

/// <summary>The attributes of one element in the <see cref="AttributeStore"/>.</summary>
internal readonly record struct AttributeRange(int Chunk, int Start, int Count);
