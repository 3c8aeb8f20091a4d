using System.Text;

namespace Scraper.Storage.Sql;

/// <summary>Text as every engine can keep it: PostgreSQL refuses U+0000, and half of a surrogate pair is no character.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        var wrong = FirstWrong(text, 0);
        if (wrong < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text);
        for (; wrong >= 0; wrong = FirstWrong(text, wrong + 1))
        {
            plain[wrong] = Replacement;
        }

        return plain.ToString();
    }

    private static int FirstWrong(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
