using System.Globalization;
using System.Text;

namespace Scraper.Core.Metadata;

/// <summary>Splits a short line into words, numbers (of any script's digits) and marks; a Han character is a word of its own.</summary>
internal static class TextTokens
{
    public static List<TextToken> Of(ReadOnlySpan<char> text)
    {
        var tokens = new List<TextToken>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var c = text[i];
            if (char.IsWhiteSpace(c) || IsInvisible(c))
            {
                i++;
            }
            else if (char.IsDigit(c))
            {
                i = EndOfNumber(text, i);
                tokens.Add(Number(text, start, i));
            }
            else if (IsHan(c))
            {
                i++;
                tokens.Add(new TextToken(TextTokenKind.Word, start, i, c.ToString(), -1));
            }
            else if (IsWordPart(text, i))
            {
                i = EndOfWord(text, i);
                tokens.Add(new TextToken(TextTokenKind.Word, start, i, Fold(text[start..i]), -1));
            }
            else
            {
                i++;
                tokens.Add(new TextToken(TextTokenKind.Mark, start, i, Fold(text[start..i]), -1));
            }
        }

        return tokens;
    }

    /// <summary>The key under which a phrase stands in a <see cref="LanguageWords"/>.</summary>
    public static string Phrase(string text) => string.Join(' ', Of(text.Normalize(NormalizationForm.FormC)).Select(t => t.Folded));

    /// <summary>Lower case; dotless and dotted i alike, typographic apostrophes and dashes plain.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = text[i] switch
            {
                'ı' or 'İ' => 'i',
                '’' or 'ʼ' or '`' or '´' => '\'',
                '–' or '—' or '―' or '‒' or '−' or '‑' or '‐' => '-',
                '：' => ':',
                '／' => '/',
                '．' => '.',
                '，' or '、' or '،' => ',',
                '（' => '(',
                '）' => ')',
                var c => char.ToLowerInvariant(c),
            };
        }

        return new string(folded);
    }

    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々' or '〇';

    // Direction marks and joiners that pages put around dates; the joiners inside a word are kept by IsWordPart.
    private static bool IsInvisible(char c) => c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u2060' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u00AD';

    private static bool IsWordPart(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (char.IsLetter(c))
        {
            return !IsHan(c);
        }

        return char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate
            || (c is '\u200C' or '\u200D')
            || (c is '\'' or '’' or 'ʼ' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]));
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int i)
    {
        do
        {
            i++;
        }
        while (i < text.Length && IsWordPart(text, i));
        return i;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int i)
    {
        do
        {
            i++;
        }
        while (i < text.Length && char.IsDigit(text[i]));
        return i;
    }

    private static TextToken Number(ReadOnlySpan<char> text, int start, int end)
    {
        var digits = new char[end - start];
        var value = digits.Length > 9 ? -1 : 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = (int)char.GetNumericValue(text[start + i]);
            digits[i] = (char)('0' + digit);
            value = value < 0 ? value : (value * 10) + digit;
        }

        return new TextToken(TextTokenKind.Number, start, end, new string(digits), value);
    }
}
