using System.Text;

namespace Scraper.Core.Blocks;

/// <summary>
/// White space as a block's text has it: a run of ASCII white space is one space, a no-break space stays what it is
/// (as in HTML and CSS), nothing at the ends, nothing invisible.
/// </summary>
internal static class FoldedText
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!IsInvisible(c))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Soft hyphen, zero-width space, word joiner, byte-order mark, controls. Joiners stay: scripts need them.</summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' || char.IsControl(c);
}
