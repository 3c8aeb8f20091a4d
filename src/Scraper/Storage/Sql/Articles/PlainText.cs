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
        for (var i = start; (i = Suspect(text, i)) >= 0; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The next U+0000 or half of a surrogate pair: few texts have any.</summary>
    private static int Suspect(string text, int start)
    {
        var rest = text.AsSpan(Math.Min(start, text.Length));
        var half = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
        var nul = (half < 0 ? rest : rest[..half]).IndexOf('\0');
        var found = nul < 0 ? half : nul;
        return found < 0 ? -1 : start + found;
    }
}
