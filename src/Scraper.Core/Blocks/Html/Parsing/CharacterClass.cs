using System.Buffers;

namespace Scraper.Core.Blocks.Parsing;

/// <summary>The characters at which the tokenizer stops.</summary>
internal static class CharacterClass
{
    /// <summary>End plain text, or stand for something else in it.</summary>
    public static readonly SearchValues<char> InText = SearchValues.Create("<&\0\r");

    /// <summary>Stand for something else in text that holds neither tags nor references.</summary>
    public static readonly SearchValues<char> InRawText = SearchValues.Create("\0\r");

    /// <summary>Stand for something else in text that holds no tags.</summary>
    public static readonly SearchValues<char> InRcData = SearchValues.Create("&\0\r");

    public static readonly SearchValues<char> InDoubleQuotes = SearchValues.Create("\"&\0\r");

    public static readonly SearchValues<char> InSingleQuotes = SearchValues.Create("'&\0\r");

    private const byte Space = 1;
    private const byte NameEnd = 2;
    private const byte Odd = 4;
    private const byte Equal = 8;

    /// <summary>White space (1), what ends a tag's name (2), what a name does not hold as written (4), an equals sign (8).</summary>
    private static ReadOnlySpan<byte> Classes =>
    [
        Odd, 0, 0, 0, 0, 0, 0, 0, 0, Space | NameEnd, Space | NameEnd, 0, Space | NameEnd, Space | NameEnd, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        Space | NameEnd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NameEnd,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Equal, NameEnd, 0,
        0, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd,
        Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, Odd, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The white space of HTML; a carriage return is read as a line feed.</summary>
    public static bool IsSpace(char c) => c <= ' ' && (Classes[c] & Space) != 0;

    /// <summary>How many characters from a place on belong to a tag's name, and whether any of them is read as another.</summary>
    public static int TagName(ReadOnlySpan<char> text, out bool isOdd) => Name(text, 0, NameEnd, out isOdd);

    /// <summary>How many characters from a place on belong to an attribute's name, which may begin with an equals sign.</summary>
    public static int AttributeName(ReadOnlySpan<char> text, out bool isOdd) => Name(text, 1, NameEnd | Equal, out isOdd);

    private static int Name(ReadOnlySpan<char> text, int from, int ends, out bool isOdd)
    {
        var classes = Classes;
        var seen = from > 0 && text[0] < classes.Length ? classes[text[0]] : 0;
        var i = from;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c < classes.Length)
            {
                var own = classes[c];
                if ((own & ends) != 0)
                {
                    break;
                }

                seen |= own;
            }
        }

        isOdd = (seen & Odd) != 0;
        return i;
    }
}
