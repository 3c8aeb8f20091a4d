using Scraper.Core.Labelling;

namespace Scraper.Core.Fingerprints;

/// <summary>
/// The set of a text's shingles: every run of four folded words, as 64-bit hashes (Broder, "On the resemblance and
/// containment of documents", 1997). The same text gives the same hashes in every process and version.
/// </summary>
public sealed class ShingleSet
{
    /// <summary>Words a shingle.</summary>
    public const int Width = 4;

    /// <summary>Only so many UTF-16 code units of a text are looked at.</summary>
    public const int MaxLength = 400_000;

    private readonly ulong[] _hashes;

    private ShingleSet(ulong[] hashes) => _hashes = hashes;

    /// <summary>How many different shingles.</summary>
    public int Count => _hashes.Length;

    /// <summary>The hashes in ascending order.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>Reads the shingles of a text; one shorter than a shingle has none.</summary>
    /// <param name="text">A clean body.</param>
    public static ShingleSet Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var book = new WordBook(text.Length / 4);
        var words = book.Read(text.AsSpan(0, Math.Min(text.Length, MaxLength))).Numbers;
        var wordHashes = new ulong[book.Count];
        for (var word = 0; word < wordHashes.Length; word++)
        {
            wordHashes[word] = Hash(book.Letters(word));
        }

        var hashes = new ulong[Math.Max(0, words.Length - Width + 1)];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = 0UL;
            for (var j = i; j < i + Width; j++)
            {
                hash = Mix((hash * 31) + wordHashes[words[j]]);
            }

            hashes[i] = hash;
        }

        Array.Sort(hashes);
        return new ShingleSet(Distinct(hashes));
    }

    /// <summary>What this set has in common with another.</summary>
    public Overlap With(ShingleSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (i, j, shared) = (0, 0, 0);
        while (i < _hashes.Length && j < other._hashes.Length)
        {
            var order = _hashes[i].CompareTo(other._hashes[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return new Overlap(shared, _hashes.Length, other._hashes.Length);
    }

    /// <summary>How many shingles of this set stand in none of the others, as a share of this set, 0–1.</summary>
    public double ShareAddedTo(IReadOnlyCollection<ShingleSet> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return _hashes.Length == 0
            ? 0
            : (double)_hashes.Count(h => !others.Any(o => Array.BinarySearch(o._hashes, h) >= 0)) / _hashes.Length;
    }

    /// <summary>The values of a sorted array, each once.</summary>
    private static ulong[] Distinct(ulong[] sorted)
    {
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        return kept == sorted.Length ? sorted : sorted[..kept];
    }

    /// <summary>FNV-1a over UTF-16 code units.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>The finaliser of SplitMix64: spreads every bit over all others.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
