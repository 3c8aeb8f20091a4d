using System.Globalization;

namespace Scraper.Core.Metadata;

/// <summary>How the words of names look.</summary>
internal static class NameText
{
    // Particles of names are written small in every language of the data files, whatever the page's own.
    private static readonly HashSet<string> Particles = new(
        "de da do dos das del della delle di du des la le van von vom zu zum zur der den ter ten te dem und al el bin bint ibn ben af av e y i d l st mac mc ap ou o".Split(' '), StringComparer.Ordinal);

    /// <summary>Characters of an outlet's name in Chinese.</summary>
    private const int LongestOutlet = 10;

    private static readonly int LongestParticle = Particles.Max(p => p.Length);

    public static bool IsParticle(string folded) => Particles.Contains(folded);

    /// <summary>The same for a token, of which most are too long to be folded for it.</summary>
    public static bool IsParticle(in TextToken token) => token.Length <= LongestParticle && Particles.Contains(token.Folded);

    /// <summary>Where the name begins in "河报记者 王小明", an outlet with its reporter; 0 where a line opens otherwise.</summary>
    public static int ReporterEnd(LineReader line, int start)
    {
        for (var i = start; i < start + LongestOutlet && line.Has(i) && TextTokens.IsHan(line[i].Folded[0]) && (i == start || line[i].Start == line[i - 1].End); i++)
        {
            if (i > start && line.MatchOwn(i, WordUse.BylineLabel) is > 1 and var label && line.Has(i + label) && line[i + label].Start > line[i + label - 1].End && TextTokens.IsHan(line[i + label].Folded[0]))
            {
                return i + label;
            }
        }

        return 0;
    }

    /// <summary>Whether a token may be a word of a name: it starts with a capital, or its script has none.</summary>
    public static bool IsCapitalised(LineReader line, int i) =>
        line[i].IsWord && line.Text[line[i].Start] is var first
        && (IsMkhedruli(first) || char.GetUnicodeCategory(first) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter);

    // Georgian is written in small letters throughout; its capitals are for whole lines.
    private static bool IsMkhedruli(char c) => c is >= '\u10D0' and <= '\u10FF';
}
