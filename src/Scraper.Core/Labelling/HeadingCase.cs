namespace Scraper.Core.Labelling;

/// <summary>Tells headings that are set in capitals, "What to Look for in an Old Mill", from sentences.</summary>
internal static class HeadingCase
{
    /// <summary>UTF-16 code units of the shortest word that counts: "the", "for" and "in" are small in either.</summary>
    private const int LongerWord = 4;

    /// <summary>Fewest words that have a capital in a heading only.</summary>
    private const int FewestDiffering = 2;

    /// <summary>Longest heading, in UTF-16 code units.</summary>
    private const int Longest = 200;

    /// <summary>Whether all longer words behind the first begin with a capital, and not the whole line is in capitals.</summary>
    public static bool IsTitle(string text)
    {
        var words = Capitals(text, out var longer);
        return longer > 0 && words.Count == longer;
    }

    /// <summary>Whether two or more words have a capital that they do not have in a sentence.</summary>
    public static bool Differs(string heading, string sentence) =>
        Capitals(heading, out _).Count(w => !sentence.Contains(w, StringComparison.Ordinal)) >= FewestDiffering;

    private static List<string> Capitals(string text, out int longer)
    {
        longer = 0;
        if (text.Length > Longest || !text.Any(char.IsLower))
        {
            return [];
        }

        var words = text.Split(' ').Skip(1).Select(w => w.Trim('"', '\'', '“', '”', '‘', '’', '(', ')', ',', ':', '?', '!', '.')).Where(w => w.Length >= LongerWord && char.IsLetter(w[0])).ToList();
        longer = words.Count;
        return words.FindAll(w => char.IsUpper(w[0]));
    }
}
