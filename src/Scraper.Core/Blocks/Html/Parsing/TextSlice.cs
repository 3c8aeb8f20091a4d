namespace Scraper.Core.Blocks.Parsing;

/// <summary>A run of characters of the page as the tokenizer reads it.</summary>
/// <param name="Chunk">0 for the page itself, otherwise a chunk of the <see cref="TextArena"/>.</param>
/// <param name="Start">Its first UTF-16 code unit there.</param>
/// <param name="Length">UTF-16 code units.</param>
internal readonly record struct TextSlice(int Chunk, int Start, int Length)
{
    public TextSlice From(int offset) => new(Chunk, Start + offset, Length - offset);

    public TextSlice To(int length) => new(Chunk, Start, length);
}
