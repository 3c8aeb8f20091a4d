namespace Scraper.Core.Labelling;

/// <summary>Tells whether a line is another one with its end cut off ("Militias to Prepare for 'Pro…").</summary>
internal static class CutCopy
{
    /// <summary>Fewest words that make a copy recognisable.</summary>
    private const int Shortest = 3;

    /// <summary>Longest line, in words, that is looked at: headlines and teasers are cut, not pages.</summary>
    private const int Longest = 80;

    /// <summary>
    /// How many words stand before the copy (a section's name run into it) or -1 where the line is no cut copy.
    /// </summary>
    /// <param name="line">The line that may be a copy.</param>
    /// <param name="words">Its words.</param>
    /// <param name="whole">The words of the line it may be a copy of.</param>
    public static int Find(string line, WordRun words, WordRun whole)
    {
        if (words.Count > Longest || !Sentences.IsCut(line))
        {
            return -1;
        }

        for (var skip = 0; skip <= words.Count - Shortest; skip++)
        {
            if (words.Count - skip <= whole.Count && IsPrefix(words, skip, whole))
            {
                return skip;
            }
        }

        return -1;
    }

    private static bool IsPrefix(WordRun words, int skip, WordRun whole)
    {
        var last = words.Count - 1;
        return words.Numbers[skip..last].SequenceEqual(whole.Numbers[..(last - skip)]) && whole[last - skip].StartsWith(words[last]);
    }
}
