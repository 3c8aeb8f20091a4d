namespace Scraper.Core.Labelling;

/// <summary>
/// Marks the lines of lists, verses and tables that have no bullets, as a browser copies them: what a colon leads in, lines
/// that begin small or with the next number, and neighbours that all give a figure or a value.
/// </summary>
internal static class BareLists
{
    /// <summary>Most lines that a colon leads in.</summary>
    private const int MostLed = 60;

    /// <summary>Longest row, in words, and the longest label before a value.</summary>
    private const int LongestRow = 12;
    private const int LongestLabel = 3;

    /// <summary>Digits of the longest number of an item.</summary>
    private const int LongestNumber = 3;

    public static void Mark(OutlineLine[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].IsLeadIn)
            {
                MarkLed(lines, i + 1);
            }

            var text = lines[i].Block.Text;
            var follows = i > 0 && lines[i - 1] is { IsFragment: true, IsCut: false };
            if (!lines[i].IsFragment || lines[i].IsCut)
            {
                continue;
            }

            if (IsNumbered(text))
            {
                lines[i] = lines[i] with { IsListed = true };
            }
            else if (follows && (char.IsLower(text[0]) || (IsRow(lines[i]) && IsRow(lines[i - 1]))))
            {
                lines[i - 1] = lines[i - 1] with { IsListed = true };
                lines[i] = lines[i] with { IsListed = true };
            }
        }
    }

    /// <summary>A list goes on as long as its lines stand equally far from each other.</summary>
    private static void MarkLed(OutlineLine[] lines, int first)
    {
        for (var i = first; i < lines.Length && i < first + MostLed && lines[i] is { IsFragment: true, IsCut: false } && (i < first + 2 || Gap(lines, i) == Gap(lines, first + 1)); i++)
        {
            lines[i] = lines[i] with { IsListed = true };
        }
    }

    private static int Gap(OutlineLine[] lines, int i) => lines[i].Block.Line - lines[i - 1].Block.Line;

    /// <summary>"2. Razer BlackWidow V4"</summary>
    public static bool IsNumbered(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 0 and <= LongestNumber and var digits && text.Length > digits + 2 && text[digits] is '.' or ')' && text[digits + 1] == ' ';

    /// <summary>"Rovers 2 City 1", "80 g brown sugar", "Director: Elena Voss".</summary>
    private static bool IsRow(OutlineLine line)
    {
        var text = line.Block.Text;
        if (line.Words > LongestRow || !text.Any(char.IsLetter))
        {
            return false;
        }

        return char.IsNumber(text[0]) || char.IsNumber(text[^1]) || text[^1] == '%'
            || (text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && text.AsSpan(0, colon).Count(' ') < LongestLabel);
    }
}
