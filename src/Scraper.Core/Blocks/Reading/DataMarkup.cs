namespace Scraper.Core.Blocks;

/// <summary>Measures texts of a page's data, tells whether they are markup, and makes markup of those that are none.</summary>
internal static class DataMarkup
{
    /// <summary>What a character of a script without spaces says, in letters.</summary>
    private const int LettersOfIdeograph = 3;

    /// <summary>Weight of a short sentence.</summary>
    private const int LeastSentence = 40;

    /// <summary>Whether a text is HTML.</summary>
    public static bool Is(string text) => IsBlocks(text) || text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is HTML with paragraphs of its own.</summary>
    public static bool IsBlocks(string text) => Array.Exists(["<p>", "<p ", "<h2", "<li"], t => text.Contains(t, StringComparison.OrdinalIgnoreCase));

    /// <summary>The markup of a line. Plain text may still hold entities; a bare "&lt;" is a less-than sign.</summary>
    public static string OfLine(string text) => Is(text) ? text : text.Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>UTF-16 code units outside tags, and their weight in letters.</summary>
    public static (int Length, int Weight) Measure(string html)
    {
        var (length, weight) = (0, 0);
        var isTag = false;
        foreach (var c in html)
        {
            isTag = c == '<' || (isTag && c != '>');
            if (!isTag && c != '>')
            {
                length++;
                weight += IsIdeograph(c) ? LettersOfIdeograph : 1;
            }
        }

        return (length, weight);
    }

    /// <summary>The weight of what stands between tags and is long enough to be a sentence.</summary>
    /// <param name="html">HTML.</param>
    public static int ProseOf(string html)
    {
        var prose = 0;
        foreach (var range in html.AsSpan().SplitAny('<', '>'))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            if (end - start >= LeastSentence / LettersOfIdeograph && (start == 0 || html[start - 1] == '>'))
            {
                var weight = Measure(html[start..end]).Weight;
                prose += weight >= LeastSentence ? weight : 0;
            }
        }

        return prose;
    }

    /// <summary>Whether a text is more than a code, an address or a word.</summary>
    /// <param name="text">A text.</param>
    /// <param name="least">Its least length, or weight in letters.</param>
    public static bool IsProse(string text, int least) =>
        text.Length > 0 && text[0] is not ('{' or '[') && (text.Contains(' ', StringComparison.Ordinal) || text.Any(IsIdeograph)) && (text.Length >= least || Measure(text).Weight >= least);

    // Kana and Han; Hangul has spaces, and about two letters a character.
    private static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');
}
