using System.Globalization;
using System.Text;
using Scraper.Core.Blocks;

namespace Scraper.Core.Metadata;

/// <summary>Splits a short line into words, numbers (of any script's digits) and marks; a Han character is a word of its own.</summary>
internal static class TextTokens
{
    /// <summary>Longest word that is folded without a string of its own.</summary>
    private const int ShortWord = 64;

    private static readonly string[] AsciiMarks = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    public static List<TextToken> Of(string text)
    {
        var tokens = new List<TextToken>();
        for (var i = 0; TryRead(text, ref i, null, out var token);)
        {
            tokens.Add(token);
        }

        return tokens;
    }

    /// <summary>Reads the next token, if there is one.</summary>
    /// <param name="text">The line.</param>
    /// <param name="i">Where to read on; moved behind the token.</param>
    /// <param name="known">Where to look words up.</param>
    /// <param name="token">The token.</param>
    public static bool TryRead(string text, ref int i, WordTable<WordFacts>? known, out TextToken token)
    {
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || IsInvisible(text[i])))
        {
            i++;
        }

        if (i >= text.Length)
        {
            token = default;
            return false;
        }

        var start = i;
        if (char.IsDigit(text[i]))
        {
            i = EndOfNumber(text, i);
            token = Number(text, start, i);
            token = known?.Find(token.Folded) is { } facts ? token with { Facts = facts } : token;
            return true;
        }

        var kind = TextTokenKind.Word;
        if (!IsHan(text[i]) && IsWordPart(text, i))
        {
            i = EndOfWord(text, i);
            i = known is null ? i : KoreanSuffix.EndOfName(text, start, i, known);
        }
        else
        {
            kind = IsHan(text[i]) ? TextTokenKind.Word : TextTokenKind.Mark;
            i++;
        }

        token = Folded(kind, text, start, i, known);
        return true;
    }

    private static TextToken Folded(TextTokenKind kind, string text, int start, int end, WordTable<WordFacts>? known)
    {
        var length = end - start;
        Span<char> buffer = stackalloc char[ShortWord];
        var folded = length <= ShortWord ? buffer[..length] : new char[length];
        Fold(text.AsSpan(start, length), folded);
        var facts = known?.Find(folded);
        var word = facts?.Text ?? (length == 1 && folded[0] < AsciiMarks.Length ? AsciiMarks[folded[0]] : null);
        return new TextToken(kind, start, end, word, -1, facts, text);
    }

    /// <summary>A stretch of a line, folded.</summary>
    public static string Folded(string? line, int start, int end) => string.Create(end - start, (line, start), static (folded, from) => Fold(from.line.AsSpan(from.start, folded.Length), folded));

    /// <summary>The key under which a phrase stands in a <see cref="LanguageWords"/>.</summary>
    public static string Phrase(string text) => string.Join(' ', Of(text.Normalize(NormalizationForm.FormC)).Select(t => t.Folded));

    /// <summary>Lower case; dotless and dotted i alike, typographic apostrophes and dashes plain.</summary>
    private static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = text[i] switch
            {
                >= 'a' and <= 'z' => text[i],
                < '\u0080' and not '`' => char.ToLowerInvariant(text[i]),
                'ı' or 'İ' => 'i',
                '’' or 'ʼ' or '`' or '´' => '\'',
                '–' or '—' or '―' or '‒' or '−' or '‑' or '‐' => '-',
                '：' or '՝' => ':',
                '／' => '/',
                '．' => '.',
                '，' or '、' or '،' => ',',
                '（' => '(',
                '）' => ')',
                var c => LetterCase.Lower(c),
            };
        }
    }

    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々' or '〇';

    // Direction marks and joiners that pages put around dates; the joiners inside a word are kept by IsWordPart.
    private static bool IsInvisible(char c) => c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u2060' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u00AD';

    private static bool IsWordPart(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (c < '\u0080' ? char.IsAsciiLetter(c) : char.IsLetter(c))
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
        var digits = end - start <= ShortWord ? stackalloc char[end - start] : new char[end - start];
        var value = digits.Length > 9 ? -1 : 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var c = text[start + i];
            var digit = char.IsAsciiDigit(c) ? c - '0' : (int)char.GetNumericValue(c);
            digits[i] = (char)('0' + digit);
            value = value < 0 ? value : (value * 10) + digit;
        }

        return new TextToken(TextTokenKind.Number, start, end, digits.ToString(), value);
    }
}
