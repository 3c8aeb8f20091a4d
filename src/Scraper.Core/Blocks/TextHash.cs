using System.Runtime.InteropServices;

namespace Scraper.Core.Blocks;

/// <summary>A quick hash of a short text, four letters at a time: for tables that live as long as the process, never for what is stored.</summary>
internal static class TextHash
{
    private const ulong Prime = 0x9e3779b97f4a7c15;

    /// <summary>The hash of a text.</summary>
    /// <param name="text">The text, as it is.</param>
    /// <param name="start">What went before it, by <see cref="Add"/>; 0 for nothing.</param>
    public static uint Of(ReadOnlySpan<char> text, ulong start = 0)
    {
        var hash = (start ^ (ulong)text.Length) * Prime;
        var fours = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var four in fours)
        {
            hash = (hash ^ four) * Prime;
            hash ^= hash >> 32;
        }

        foreach (var letter in text[(fours.Length * 4)..])
        {
            hash = (hash ^ letter) * Prime;
        }

        return (uint)(hash >> 32);
    }

    /// <summary>Goes on from what went before with one letter more.</summary>
    public static ulong Add(ulong start, char letter) => (start ^ letter) * Prime;
}
