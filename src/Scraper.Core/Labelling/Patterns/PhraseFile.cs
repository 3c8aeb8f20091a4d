namespace Scraper.Core.Labelling;

/// <summary>Reads a file of phrases: <c>[one two]</c> headings, a phrase a line, <c>;</c> comments.</summary>
internal static class PhraseFile
{
    /// <summary>The line of each phrase with the two names of the heading above it.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">What to call the file in an error.</param>
    /// <param name="heading">The form of a heading, for an error.</param>
    /// <exception cref="FormatException">A heading is not of that form, or missing; the message names file and line.</exception>
    public static IEnumerable<(TFirst First, TSecond Second, PhraseLine Line)> Lines<TFirst, TSecond>(string text, string file, string heading)
        where TFirst : struct, Enum
        where TSecond : struct, Enum
    {
        (TFirst First, TSecond Second)? names = null;
        for (int start = 0, number = 1; start < text.Length; number++)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsMemory(start, end - start).Trim();
            start = end + 1;
            if (line.Length == 0 || line.Span[0] == ';')
            {
                continue;
            }

            if (line.Span[0] == '[')
            {
                names = Heading<TFirst, TSecond>(line.ToString()) ?? throw new FormatException($"{file}, line {number}: '{line}' is not '{heading}'");
            }
            else if (names is { } current)
            {
                yield return (current.First, current.Second, new PhraseLine(line, file, number));
            }
            else
            {
                throw new FormatException($"{file}, line {number}: a phrase stands before any '{heading}'");
            }
        }
    }

    private static (TFirst, TSecond)? Heading<TFirst, TSecond>(string line)
        where TFirst : struct, Enum
        where TSecond : struct, Enum =>
        line.Trim('[', ']').Split(' ') is [var first, var second] && Names.TryParse<TFirst>(first, out var f) && Names.TryParse<TSecond>(second, out var s)
            ? (f, s)
            : null;
}
