using System.Globalization;
using System.Text;

namespace Scraper.Core.Labelling;

/// <summary>
/// A text as the list of its words, folded so that copies compare equal: lower case,
/// quotation marks, dashes and all other punctuation gone, a word that runs into a capital split ("likeRELATED").
/// Scripts without spaces give one word a character; so does "©".
/// </summary>
internal static class Words
{
    public static IReadOnlyList<string> Of(string text) => Of(text, colons: false);

    /// <summary>The same with each inner colon a word of its own: "Source: Reuters" differs from "source of power".</summary>
    public static IReadOnlyList<string> WithColons(string text) => Of(text.AsSpan().TrimEnd(':').ToString(), colons: true);

    /// <summary>
    /// How long a text is, in words of a language with spaces: two characters of a script without spaces count as one.
    /// </summary>
    public static int Measure(IReadOnlyList<string> words)
    {
        var own = words.Count(w => w.Length == 1 && IsOwnWord(w[0]));
        return words.Count - own + ((own + 1) / 2);
    }

    private static List<string> Of(string text, bool colons)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var previous = '\0';
        foreach (var c in text)
        {
            var isApostrophe = c is '\'' or '’' or '‘' or '`' or '´';
            if (isApostrophe && char.IsLetter(previous))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                Flush(words, word);
                if ((colons && c is (':' or '：')) || c is '©' or 'ⓒ')
                {
                    words.Add(c is '©' or 'ⓒ' ? "©" : ":");
                }
            }
            else
            {
                if ((char.IsLower(previous) && char.IsUpper(c)) || IsOwnWord(c) || IsOwnWord(previous))
                {
                    Flush(words, word);
                }

                // Turkish has two letters i; pages and markers mix their cases.
                word.Append(c is 'İ' or 'ı' ? 'i' : char.ToLowerInvariant(c));
            }

            previous = c;
        }

        Flush(words, word);
        return words;
    }

    /// <summary>Han, kana and other letters of scripts that put no space between words.</summary>
    private static bool IsOwnWord(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\u0E00' and <= '\u0E7F';

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
