using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Tells a thread of comments from a mere count or bar ("Comments (0)") amid an article: a thread names who wrote, when, or offers
/// to reply, about once a paragraph, from its first one on, or numbers its comments.
/// </summary>
internal sealed class CommentSigns(LabelSheet sheet, Marker?[] starts, ProseAhead ahead)
{
    /// <summary>Longest line with a name, and one with a date or time beside it, in words.</summary>
    private const int LongestName = 4;
    private const int LongestStamp = 10;

    /// <summary>Longest small word in a name, in letters: "de", "van".</summary>
    private const int LongestParticle = 3;

    /// <summary>Whether what follows a heading, up to the next one, is a thread, or has no prose that would be lost.</summary>
    public bool IsThread(int heading)
    {
        if (heading + 1 < starts.Length && IsFirst(sheet.Document.Blocks[heading + 1].Text))
        {
            return true;
        }

        int paragraphs = 0, signs = 0;
        var isDated = false;
        for (var i = heading + 1; i < starts.Length && starts[i] is null; i++)
        {
            if (ahead.Of(i) > 0)
            {
                // The writer stands above the first comment or right below it.
                if (++paragraphs == 2 && signs == 0)
                {
                    return false;
                }
            }
            else if (IsStamp(i))
            {
                signs++;
                isDated = true;
            }
            else if (IsName(i))
            {
                signs++;
            }
        }

        return paragraphs == 0 || (isDated ? signs * 2 : signs) >= paragraphs;
    }

    /// <summary>"1. I was there.": comments that are numbered.</summary>
    private static bool IsFirst(string text) => text is ['1', '.' or ')', ' ', ..] or ['#', '1', ..];

    private bool IsStamp(int i) =>
        sheet[i] is { Label: Label.Date or Label.Byline or Label.Comment }
        || (IsShort(i, LongestStamp) && sheet.Document.Blocks[i].Text is var text && text.Any(char.IsDigit) && text.Any(char.IsLetter));

    private bool IsName(int i) =>
        IsShort(i, LongestName) && sheet.Document.Blocks[i].Text is var text && text.Any(char.IsLetter)
        && text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words
        && (words.Length == 1 || (!char.IsLower(words[0][0]) && Array.TrueForAll(words, w => !char.IsLower(w[0]) || w.Length <= LongestParticle)));

    private bool IsShort(int i, int words) =>
        sheet.IsOpen(i) && sheet.Document.Blocks[i] is { Kind: BlockKind.Line } block && !Sentences.IsEnded(block.Text) && sheet.WordsWithoutColons(block).Length <= words;
}
