using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Core.Labelling;

/// <summary>
/// Captions of several lines: in a text whose paragraphs stand a blank line apart, what stands right above a credit, or under an agency's
/// name or the word for a caption, is one caption with it.
/// </summary>
internal static class CaptionStanzas
{
    /// <summary>Most lines of a caption with its credit, and most words.</summary>
    private const int MostLines = 4;
    private const int MostWords = 45;

    /// <summary>UTF-16 code units of a paragraph by which blank lines are told to part paragraphs.</summary>
    private const int LongParagraph = 60;

    /// <summary>Fewest words of a headline, which a picture stands below.</summary>
    private const int HeadlineWords = 3;

    /// <summary>Labels the lines of captions that belong to one that is labelled.</summary>
    public static void Label(LabelSheet sheet)
    {
        var blocks = sheet.Document.Blocks;
        if (!AreApart(blocks))
        {
            return;
        }

        var hasHeadline = false;
        for (var i = 0; i < blocks.Count;)
        {
            var end = i + 1;
            while (end < blocks.Count && blocks[end].Line == blocks[end - 1].Line + 1)
            {
                end++;
            }

            if (hasHeadline && end - i is > 1 and <= MostLines && IsCaption(sheet, i, end))
            {
                for (var j = i; j < end; j++)
                {
                    sheet.TryLabel(j, new Verdict(Labelling.Label.Caption, new Reason(ReasonKind.Pattern, "beside a credit", 0.8)));
                }
            }

            hasHeadline |= Enumerable.Range(i, end - i).Any(j => sheet.IsOpen(j) && sheet.WordsOf(blocks[j]).Length >= HeadlineWords);
            i = end;
        }
    }

    /// <summary>Whether most paragraphs have a blank line above.</summary>
    private static bool AreApart(IReadOnlyList<Block> blocks)
    {
        var paragraphs = blocks.Skip(1).Where(b => b.Text.Length >= LongParagraph).ToList();
        return paragraphs.Count(b => b.Line > blocks[b.Index - 1].Line + 1) * 4 > paragraphs.Count * 3;
    }

    private static bool IsCaption(LabelSheet sheet, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            if (sheet.Document.Blocks[i].Kind != BlockKind.Line || (words += sheet.WordsOf(sheet.Document.Blocks[i]).Length) > MostWords || !(sheet.IsOpen(i) || IsKnown(sheet, i)))
            {
                return false;
            }
        }

        return IsKnown(sheet, end - 1) || IsAgency(sheet, end - 1) || IsAgency(sheet, first) || (IsKnown(sheet, end - 2) && sheet.Document.Blocks[end - 2].Text[^1] is ',' or ':');
    }

    private static bool IsKnown(LabelSheet sheet, int i) => sheet[i] is { Label: Labelling.Label.Caption };

    private static bool IsAgency(LabelSheet sheet, int i) => NewsAgencies.Contains(sheet.Document.Blocks[i].Text);
}
