namespace Scraper.Cli;

/// <summary>Shows what two lists of lines do not have in common.</summary>
internal static class TextDiff
{
    /// <summary>Lines of either side that are compared; more would cost its square in time and memory.</summary>
    private const int MostLines = 3_000;

    private const int Context = 1;

    /// <summary>Whether standard output shows colours: it is a terminal, and NO_COLOR (https://no-color.org) is not set.</summary>
    public static bool IsColoured => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Prints a difference and says whether there was one.</summary>
    /// <param name="before">Lines printed with <c>-</c> where they are gone.</param>
    /// <param name="after">Lines printed with <c>+</c> where they are new.</param>
    /// <param name="output">Where to.</param>
    /// <param name="colour">Whether to colour them (ANSI).</param>
    public static bool Print(IReadOnlyList<string> before, IReadOnlyList<string> after, TextWriter output, bool colour)
    {
        var lines = Compare([.. before.Take(MostLines)], [.. after.Take(MostLines)]);
        for (var i = 0; i < lines.Count; i++)
        {
            var (mark, text) = lines[i];
            if (mark == ' ' && !lines.Skip(Math.Max(0, i - Context)).Take((2 * Context) + 1).Any(l => l.Mark != ' '))
            {
                continue;
            }

            var paint = colour && mark != ' ' ? mark == '-' ? "\e[31m" : "\e[32m" : string.Empty;
            output.WriteLine($"{paint}{mark} {TerminalText.OneLine(text)}{(paint.Length > 0 ? "\e[0m" : string.Empty)}");
        }

        if (!before.Skip(MostLines).SequenceEqual(after.Skip(MostLines)))
        {
            output.WriteLine($"… what comes after {MostLines} lines differs, too, and is not shown");
            return true;
        }

        return lines.Exists(l => l.Mark != ' ');
    }

    /// <summary>Longest common subsequence, the textbook table.</summary>
    private static List<(char Mark, string Text)> Compare(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                length[i, j] = before[i] == after[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', before[i++]));
                j++;
            }
            else if (j == after.Length || (i < before.Length && length[i + 1, j] >= length[i, j + 1]))
            {
                lines.Add(('-', before[i++]));
            }
            else
            {
                lines.Add(('+', after[j++]));
            }
        }

        return lines;
    }
}
