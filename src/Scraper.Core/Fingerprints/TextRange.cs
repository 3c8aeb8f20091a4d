namespace Scraper.Core.Fingerprints;

/// <summary>A part of a text.</summary>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="End">The one behind its last.</param>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End == Start;
}
