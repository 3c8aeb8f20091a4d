namespace Scraper.Core.Blocks;

/// <summary>
/// Takes a blank line out below every line of a text that was wrapped and then set with twice the space, as mails and printed pages come when
/// they are pasted: else each line would be a paragraph.
/// </summary>
internal static class DoubleSpacing
{
    /// <summary>Least share of the lines that have a blank one below.</summary>
    private const double Least = 0.95;

    /// <summary>Closes up the lines if they are spaced so and break in mid-sentence.</summary>
    public static void Close(List<TextLine> lines)
    {
        var (written, spaced) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            written += lines[i].IsBlank ? 0 : 1;
            spaced += !lines[i].IsBlank && lines[i + 1].IsBlank ? 1 : 0;
        }

        if (spaced < written * Least)
        {
            return;
        }

        var closed = lines.Where((l, i) => !l.IsBlank || i == 0 || lines[i - 1].IsBlank).ToList();
        if (WrapWidth.Of(closed).IsSure)
        {
            lines.Clear();
            lines.AddRange(closed);
        }
    }
}
