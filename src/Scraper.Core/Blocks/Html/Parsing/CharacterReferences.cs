using System.Globalization;
using System.Text;

namespace Scraper.Core.Blocks.Parsing;

/// <summary>Character references, numeric and named (HTML Living Standard 13.2.5.72 to 13.2.5.80; the names are those of 13.5, in <c>entities.txt</c>).</summary>
internal static class CharacterReferences
{
    /// <summary>Longest text a reference stands for, in UTF-16 code units.</summary>
    public const int MostWritten = 4;

    private const int LongestName = 32;

    /// <summary>Longest name that needs no semicolon.</summary>
    private const int LongestOldName = 6;

    /// <summary>What Windows-1252 has at 0x80 to 0x9F, where the standard reads its bytes as characters; 0 where it has nothing.</summary>
    private const string Windows1252 = "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static readonly Lazy<Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>> Names = new(ReadNames);

    /// <summary>Reads the reference at an ampersand.</summary>
    /// <param name="text">Text from the ampersand on.</param>
    /// <param name="inAttribute">Whether it stands in an attribute's value, where a name without semicolon must not run on.</param>
    /// <param name="into">Room for <see cref="MostWritten"/> characters.</param>
    /// <param name="written">How many of them were written.</param>
    /// <returns>Its length in the text; 0 where there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, bool inAttribute, Span<char> into, out int written)
    {
        written = 0;
        return text.Length < 2 ? 0
            : text[1] == '#' ? ReadNumber(text, into, out written)
            : char.IsAsciiLetter(text[1]) ? ReadName(text, inAttribute, into, out written)
            : 0;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, Span<char> into, out int written)
    {
        var isHex = text.Length > 2 && (text[2] | 0x20) == 'x';
        var first = isHex ? 3 : 2;
        var i = first;
        var value = 0;
        for (; i < text.Length && (isHex ? char.IsAsciiHexDigit(text[i]) : char.IsAsciiDigit(text[i])); i++)
        {
            var digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
            value = Math.Min((value * (isHex ? 16 : 10)) + digit, 0x110000);
        }

        written = 0;
        if (i == first)
        {
            return 0;
        }

        written = Character(value).EncodeToUtf16(into);
        return i < text.Length && text[i] == ';' ? i + 1 : i;
    }

    private static Rune Character(int value) =>
        value is >= 0x80 and <= 0x9F && Windows1252[value - 0x80] is not '\0' and var c ? new Rune(c)
        : value != 0 && Rune.TryCreate(value, out var rune) ? rune
        : Rune.ReplacementChar;

    private static int ReadName(ReadOnlySpan<char> text, bool inAttribute, Span<char> into, out int written)
    {
        var end = 2;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        var names = Names.Value;
        if (end < text.Length && text[end] == ';' && names.TryGetValue(text[1..(end + 1)], out var value))
        {
            value.CopyTo(into);
            written = value.Length;
            return end + 1;
        }

        for (var length = Math.Min(end - 1, LongestOldName); length >= 2; length--)
        {
            if (names.TryGetValue(text.Slice(1, length), out value))
            {
                written = 0;
                var next = length + 1;
                if (inAttribute && next < text.Length && (text[next] == '=' || char.IsAsciiLetterOrDigit(text[next])))
                {
                    return 0;
                }

                value.CopyTo(into);
                written = value.Length;
                return next;
            }
        }

        written = 0;
        return 0;
    }

    private static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ReadNames()
    {
        using var reader = EmbeddedText.Open("Blocks/entities");
        var names = new Dictionary<string, string>(2300, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            names.Add(parts[0], string.Concat(parts.Skip(1).Select(p => char.ConvertFromUtf32(int.Parse(p, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))));
        }

        return names.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
