using System.Runtime.InteropServices;

namespace Scraper.Core.Blocks;

/// <summary>The hash of words and other short texts in the tables of one process: four letters a step. It is kept nowhere.</summary>
internal static class TextHash
{
    private const ulong Prime = 0x9e3779b97f4a7c15;
    private const int Step = 4;

    /// <param name="text">The text.</param>
    /// <param name="seed">What stands for a part of the text that is not in it.</param>
    public static uint Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = (seed ^ (uint)text.Length) * Prime;
        if (text.Length < Step)
        {
            // The first, the middle and the last letter are all there are.
            return text.IsEmpty ? Fold(hash) : Fold((hash ^ text[0] ^ ((ulong)text[text.Length / 2] << 16) ^ ((ulong)text[^1] << 32)) * Prime);
        }

        var fours = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var four in fours)
        {
            hash = (hash ^ four) * Prime;
            hash ^= hash >> 32;
        }

        // The last four may have been there before; that hurts no hash.
        return Fold((hash ^ MemoryMarshal.Cast<char, ulong>(text[^Step..])[0]) * Prime);
    }

    /// <summary>A seed that stands for one letter more.</summary>
    public static ulong Mix(ulong seed, char letter) => (seed ^ letter) * Prime;

    private static uint Fold(ulong hash) => (uint)(hash ^ (hash >> 32));
}
