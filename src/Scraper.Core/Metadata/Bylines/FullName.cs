namespace Scraper.Core.Metadata;

/// <summary>Tells whether a full name follows, behind a "by" that means much else as well: "Na Amina Juma", "Του Νίκου Παπά".</summary>
internal static class FullName
{
    /// <summary>Tokens of the longest line that such a word opens.</summary>
    private const int LongestLine = 16;
    private const int FewestWords = 2;
    private const int MostWords = 4;

    /// <summary>Where no capitals tell names, a fourth word makes it a phrase.</summary>
    private const int MostUncased = 3;

    /// <summary>Whether from a token on two to four capitalised words stand alone, or before a mark, a date, a role or an "and".</summary>
    public static bool Opens(LineReader line, int start)
    {
        if (line.Has(start + LongestLine))
        {
            return false;
        }

        int words = 0, capitals = 0;
        for (var i = start; line.Has(i) && !Ends(line, i, words); i++)
        {
            if (NameText.IsCapitalised(line, i))
            {
                words++;
                capitals += char.IsUpper(line.Text[line[i].Start]) ? 1 : 0;
            }
            else if (!IsInside(line, i) && !(words > 0 && NameText.IsParticle(line[i])))
            {
                return false;
            }
        }

        return words >= FewestWords && words <= (capitals > 0 ? MostWords : MostUncased) && line.Text.AsSpan().IndexOfAny("?!\"“«") < 0;
    }

    private static bool Ends(LineReader line, int i, int words) =>
        (line[i].Kind == TextTokenKind.Mark && !IsInside(line, i))
        || (words > 0 && (line.MatchAnd(i) > 0 || line.MatchPage(i, WordUse.Role) > 0 || DateText.Date(line, i) is not null));

    // "Jean-Luc", "J. Doe"
    private static bool IsInside(LineReader line, int i) => line[i].IsMark('.') || (line[i].IsMark('-') && line[i - 1].End == line[i].Start);
}
