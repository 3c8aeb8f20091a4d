using System.Globalization;

namespace Scraper.Core.Blocks;

/// <summary>The case of letters, for loops over whole pages.</summary>
internal static class LetterCase
{
    /// <summary>As <see cref="char.ToLowerInvariant"/>, which calls ICU for every letter that is not ASCII: four times as long.</summary>
    public static char Lower(char c) =>
        c >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            ? c
            : char.ToLowerInvariant(c);
}
