using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>What Korean newspapers write onto a reporter's name: "홍길동기자" is "홍길동 기자".</summary>
internal static class KoreanSuffix
{
    private const int ShortestName = 2;
    private const int LongestName = 4;

    /// <summary>Syllables of "논설위원".</summary>
    private const int Longest = 4;

    /// <summary>Where a word ends: at its own end, or behind the name that a suffix is written onto.</summary>
    /// <param name="text">The line.</param>
    /// <param name="start">Where the word starts.</param>
    /// <param name="end">Where it ends as letters go.</param>
    /// <param name="known">Where to look words up.</param>
    public static int EndOfName(string text, int start, int end, WordTable<WordFacts> known)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length is < ShortestName + 2 or > LongestName + Longest || word.ContainsAnyExceptInRange('\uAC00', '\uD7A3') || known.Find(word) is not null)
        {
            return end;
        }

        for (var name = ShortestName; name <= LongestName && name < word.Length; name++)
        {
            if (known.Find(word[name..]) is { } suffix && (suffix.Uses & WordUse.BylineAfter) != 0)
            {
                return start + name;
            }
        }

        return end;
    }
}
