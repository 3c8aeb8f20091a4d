namespace Scraper.Core.Labelling;

/// <summary>A phrase as it stands in its file: most are never looked at, so they are read when they are.</summary>
/// <param name="Text">The line.</param>
/// <param name="File">What to call the file in an error.</param>
/// <param name="Number">The line's number, from 1.</param>
internal readonly record struct PhraseLine(ReadOnlyMemory<char> Text, string File, int Number)
{
    /// <summary>The fewest words that a match has, and the most, <see cref="int.MaxValue"/> for any number, as far as a look at the line tells.</summary>
    public (int Least, int Most) Lengths()
    {
        var least = 0;
        var isFixed = true;
        foreach (var range in Text.Span.Split(' '))
        {
            var token = Text.Span[range];
            least += token is "" or "*" ? 0 : 1;
            isFixed &= token is "" or "#" or ":" || token.Contains('|') || !token.ContainsAnyExceptInRange('a', 'z');
        }

        return (least, isFixed ? least : int.MaxValue);
    }

    /// <summary>The phrase.</summary>
    /// <exception cref="FormatException">It is none; the message names file and line.</exception>
    public Phrase Read()
    {
        try
        {
            return Phrase.Parse(Text.ToString());
        }
        catch (FormatException e)
        {
            throw new FormatException($"{File}, line {Number}: {e.Message}", e);
        }
    }
}
