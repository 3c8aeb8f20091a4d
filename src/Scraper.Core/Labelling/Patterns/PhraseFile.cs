namespace Scraper.Core.Labelling;

/// <summary>Reads a file of phrases: <c>[one two]</c> headings, a phrase a line, <c>;</c> comments.</summary>
internal static class PhraseFile
{
    /// <summary>Each phrase with the two names of the heading above it.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="file">What to call the file in an error.</param>
    /// <param name="heading">The form of a heading, for an error.</param>
    /// <exception cref="FormatException">A heading or line is not of that form; the message names file and line.</exception>
    public static IEnumerable<(TFirst First, TSecond Second, Phrase Phrase)> Read<TFirst, TSecond>(TextReader reader, string file, string heading)
        where TFirst : struct, Enum
        where TSecond : struct, Enum
    {
        (TFirst First, TSecond Second)? names = null;
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            line = line.Trim();
            if (line.Length == 0 || line[0] == ';')
            {
                continue;
            }

            if (line[0] == '[')
            {
                names = Heading<TFirst, TSecond>(line) ?? throw new FormatException($"{file}, line {number}: '{line}' is not '{heading}'");
            }
            else if (names is { } current)
            {
                yield return (current.First, current.Second, Parse(line, file, number));
            }
            else
            {
                throw new FormatException($"{file}, line {number}: a phrase stands before any '{heading}'");
            }
        }
    }

    private static Phrase Parse(string line, string file, int number)
    {
        try
        {
            return Phrase.Parse(line);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file}, line {number}: {e.Message}", e);
        }
    }

    private static (TFirst, TSecond)? Heading<TFirst, TSecond>(string line)
        where TFirst : struct, Enum
        where TSecond : struct, Enum =>
        line.Trim('[', ']').Split(' ') is [var first, var second] && Names.TryParse<TFirst>(first, out var f) && Names.TryParse<TSecond>(second, out var s)
            ? (f, s)
            : null;
}
