using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>Puts the lines of a hard-wrapped paragraph together again.</summary>
internal static class WrappedText
{
    /// <summary>Adds the next line of a paragraph: with a space, but in a script without spaces, and without the hyphen that parts a word.</summary>
    public static void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 1 && paragraph[^1] is '-' or '‐' && char.IsLower(paragraph[^2]) && char.IsLower(line[0]))
        {
            paragraph.Length--;
        }
        else if (!(IsUnspaced(paragraph[^1]) && IsUnspaced(line[0])))
        {
            paragraph.Append(' ');
        }

        paragraph.Append(line);
    }

    /// <summary>Whether a character belongs to a script that has no spaces between words: Han, kana, Thai, Lao, Myanmar, Khmer and their marks.</summary>
    public static bool IsUnspaced(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFFEF';

    /// <summary>Columns that a character takes: two for the wide ones of East Asia.</summary>
    public static int Columns(char c) => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF00' and <= '\uFF60' ? 2 : 1;
}
