namespace Scraper.Core.Metadata;

/// <summary>Whether a line says who wrote: a "By" with names, a name with a role or a date, a name with a reporter's suffix.</summary>
public static class BylinePattern
{
    private const int LongestLine = 250;
    private const int MostNameWords = 14;

    /// <summary>
    /// Whether a line is a byline and nothing more. A bare name is not (it may as well be a heading), a "By" before
    /// a sentence is not, an empty "By" is not.
    /// </summary>
    /// <param name="text">One line or block of text.</param>
    /// <param name="language">BCP 47 tag of the text, or <see langword="null"/> to try every language's words.</param>
    public static bool IsByline(string text, string? language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestLine && IsByline(new LineReader(text, language));
    }

    /// <summary>As <see cref="IsByline(string, string?)"/> for the line that is being read.</summary>
    internal static bool IsByline(LineReader line)
    {
        if (line.Text.Length > LongestLine)
        {
            return false;
        }

        var shape = BylineShape.Of(line);
        if (shape is null || shape.NameWords > MostNameWords)
        {
            return false;
        }

        var isDated = shape.HasDate;
        return shape.Opening switch
        {
            WordUse.Byline => shape.NameWords > 0,
            WordUse.BylineLabel => shape.NameWords > 0 && shape.Segments <= 6,
            WordUse.BylineWeak => shape.NameWords is >= 2 and <= 4 && (isDated || shape.HasRole),
            _ => shape.HasSuffix || (shape.NameWords is >= 2 and <= 8 && shape.FirstSegmentWords is >= 2 and <= 5 && (isDated || (shape.HasRole && shape.Segments > 1))),
        };
    }
}
