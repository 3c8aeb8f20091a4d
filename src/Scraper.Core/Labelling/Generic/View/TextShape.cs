using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>What one pass over a block's text counts.</summary>
internal struct TextShape
{
    public int Letters;
    public int Digits;
    public int Uppers;
    public int Words;
    public int Capitalised;
    public int StopWords;

    public int Sentences;
    public int Commas;
    public int Quotes;
    public int Separators;
    public int Spaceless;
    public int Lines;
    public int Tabs;
    public bool HasYear;
    public bool HasTime;
    public bool HasAt;
    public bool HasCopyright;
    public bool HasCurrency;
    public bool HasAddress;
    public byte Start;
    public byte End;

    /// <summary>Hash of the letters and digits in lower case: equal for texts that differ in punctuation and space only.</summary>
    public uint Folded;

    /// <summary>Hash of the first two words.</summary>
    public uint Opening;

    /// <summary>Index of its first word in the page's word list.</summary>
    public int FirstWord;

    /// <summary>Words as a reader counts them: in scripts without spaces about two characters make one.</summary>
    public readonly int ReadWords => Words + (Spaceless / 2);

    /// <summary>Reads a text and appends the hashes of its words to a list; of its stop words it counts only those that are characters.</summary>
    public static TextShape Of(string text, List<uint> words)
    {
        var shape = new TextShape { Folded = TokenHash.Phrase, Opening = TokenHash.Opening, FirstWord = words.Count, Lines = 1 };
        var hash = 0u;
        var digits = 0;
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                i += SmallLetters(text.AsSpan(i), ref shape, ref hash) - 1;
                c = text[i];
            }
            else if (c == ' ')
            {
                EndWord(ref shape, ref hash, words);
            }
            else if (char.IsAsciiLetterUpper(c) || (c >= 0x80 && char.IsLetter(c)))
            {
                if (IsSpaceless(c))
                {
                    EndWord(ref shape, ref hash, words);
                    shape.Spaceless++;
                    shape.Letters++;
                    shape.StopWords += Labelling.StopWords.HasCharacter(c) ? 1 : 0;
                    var lone = TokenHash.Add(TokenHash.Word, c);
                    words.Add(lone);
                    shape.Folded = TokenHash.Add(shape.Folded, c);
                    previous = c;
                    continue;
                }

                var lower = c < 0x80 ? (char)(c | 0x20) : LetterCase.Lower(c);
                if (lower != c)
                {
                    shape.Uppers++;
                    shape.Capitalised += hash == 0 ? 1 : 0;
                }

                shape.Letters++;
                hash = TokenHash.Add(hash == 0 ? TokenHash.Word : hash, lower);
                shape.Folded = TokenHash.Add(shape.Folded, lower);
            }
            else if (char.IsAsciiDigit(c))
            {
                shape.Digits++;
                digits = char.IsAsciiDigit(previous) ? digits + 1 : 1;
                if (digits == 4 && text[i - 3] is '1' or '2' && text[i - 2] is '9' or '0' && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1])))
                {
                    shape.HasYear = true;
                }

                hash = TokenHash.Add(hash == 0 ? TokenHash.Word : hash, c);
                shape.Folded = TokenHash.Add(shape.Folded, c);
            }
            else if (c is not ('\'' or '\u2019'))
            {
                if (c >= 0x300 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
                {
                    hash = TokenHash.Add(hash == 0 ? TokenHash.Word : hash, c);
                    continue;
                }

                EndWord(ref shape, ref hash, words);
                Mark(ref shape, c, previous, i + 1 < text.Length ? text[i + 1] : ' ');
            }

            previous = c;
        }

        EndWord(ref shape, ref hash, words);
        shape.Start = Kind(text[0]);
        shape.End = Kind(text[^1]);
        if (shape.End == 7 && text.Length > 1)
        {
            shape.End = Kind(text[^2]) is 4 or 8 ? Kind(text[^2]) : (byte)7;
        }

        return shape;
    }

    private static bool IsSpaceless(char c) => c is >= '\u2e80' and < '\ua4d0' or >= '\uf900' and < '\ufb00' or >= '\u0e00' and < '\u0f00';

    /// <summary>Takes the small letters that a text starts with: most of any text is such runs.</summary>
    /// <returns>How many there are, at least 1.</returns>
    private static int SmallLetters(ReadOnlySpan<char> text, ref TextShape shape, ref uint hash)
    {
        var (word, folded) = (hash == 0 ? TokenHash.Word : hash, shape.Folded);
        var count = 0;
        do
        {
            word = TokenHash.Add(word, text[count]);
            folded = TokenHash.Add(folded, text[count]);
        }
        while (++count < text.Length && char.IsAsciiLetterLower(text[count]));
        (hash, shape.Folded) = (word, folded);
        shape.Letters += count;
        return count;
    }

    private static void EndWord(ref TextShape shape, ref uint hash, List<uint> words)
    {
        if (hash == 0)
        {
            return;
        }

        words.Add(hash);
        if (shape.Words < 2)
        {
            shape.Opening = TokenHash.Add(shape.Opening, hash);
        }

        shape.Words++;
        hash = 0;
    }

    private static void Mark(ref TextShape shape, char c, char previous, char next)
    {
        switch (c)
        {
            case ' ' or '\u00a0' or '\u202f' or '\u2007':
                break;
            case '\n':
                shape.Lines++;
                break;
            case '\t':
                shape.Tabs++;
                break;
            case '.' or '!' or '?' or '…' when next is ' ' or '\u00a0' or '\n' or '"' or '”' or '’' or ')' or '»' && previous != '.':
            case '。' or '！' or '？' or '।' or '؟':
                shape.Sentences++;
                break;
            case ',' or '，' or '、' or '،' or ';' or '；':
                shape.Commas++;
                break;
            case '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」':
                shape.Quotes++;
                break;
            case '|' or '›' or '•' or '·' or '/' or '→' or '>' or '»':
                shape.Separators++;
                break;
            case '@':
                shape.HasAt = true;
                break;
            case '©' or '®':
                shape.HasCopyright = true;
                break;
            case '$' or '€' or '£' or '¥' or '₹' or '₩' or '₽' or '₺':
                shape.HasCurrency = true;
                break;
            case ':' when char.IsAsciiDigit(previous) && char.IsAsciiDigit(next):
                shape.HasTime = true;
                break;
            case ':' when next == '/':
                shape.HasAddress = true;
                break;
            default:
                break;
        }
    }

    private static byte Kind(char c) => c switch
    {
        >= 'a' and <= 'z' => 1,
        >= 'A' and <= 'Z' => 2,
        >= '0' and <= '9' => 3,
        '.' or '!' or '?' or '。' or '！' or '？' or '।' or '؟' => 4,
        ':' or '：' => 5,
        '…' => 6,
        '"' or '“' or '”' or '’' or '\'' or '«' or '»' or '„' or '」' or '「' or ')' or '(' or '）' or '（' => 7,
        ',' or ';' or '，' or '、' => 8,
        _ => char.IsUpper(c) ? (byte)2 : char.IsLetter(c) ? (byte)1 : (byte)9,
    };
}
