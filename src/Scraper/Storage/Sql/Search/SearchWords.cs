using System.Globalization;
using System.Text;

namespace Scraper.Storage.Sql;

/// <summary>
/// Words as the index keeps them: runs of letters and digits, lower case, without diacritics; what FTS5's unicode61 does in
/// SQLite. For PostgreSQL it is done here, not by the server's parser, so that both stores find the same whatever the database's locale is.
/// </summary>
internal static class SearchWords
{
    /// <summary>Longest word, in UTF-16 code units; of a longer one the beginning counts.</summary>
    private const int MaxLength = 200;

    /// <summary>The words of a text in order, with where each stands.</summary>
    public static IEnumerable<(string Word, int Start, int Length)> Of(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text, i))
            {
                i += char.IsSurrogatePair(text, i) ? 2 : 1;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsWord(text, i) || IsMark(text[i])))
            {
                i += char.IsSurrogatePair(text, i) ? 2 : 1;
            }

            yield return (Fold(text.AsSpan(start, Math.Min(i - start, MaxLength))), start, i - start);
        }
    }

    private static bool IsWord(string text, int i) => CharUnicodeInfo.GetUnicodeCategory(text, i) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse;

    private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in PlainText.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
