using System.Globalization;
using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Finds where the pages of a printed text end: numbers alone in a line that count up, with the same line, a running head or foot,
/// beside them on every page. Numbers without such a line may as well be those of a list.
/// </summary>
internal static class PageBreaks
{
    /// <summary>Digits of the greatest page number.</summary>
    private const int LongestNumber = 4;

    /// <summary>Most lines of a running head.</summary>
    private const int LongestHead = 4;

    private static readonly Verdict Verdict = new(Labelling.Label.Navigation, new Reason(ReasonKind.Pattern, "a page number or running head", 0.9));

    /// <summary>Labels page numbers and running heads.</summary>
    public static void Label(LabelSheet sheet)
    {
        var blocks = sheet.Document.Blocks;
        var pages = new List<int>();
        for (var i = 0; i <= blocks.Count; i++)
        {
            var number = i < blocks.Count && sheet.IsOpen(i) ? Number(blocks[i]) : -1;
            if (i < blocks.Count && number < 0)
            {
                continue;
            }

            if (pages.Count > 0 && (i == blocks.Count || number != Number(blocks[pages[^1]]) + 1))
            {
                Close(sheet, pages);
                pages.Clear();
            }

            pages.Add(i);
        }
    }

    private static void Close(LabelSheet sheet, List<int> pages)
    {
        if (pages.Count < 2 || !(CloseAlong(sheet, pages, -1) | CloseAlong(sheet, pages, 1)))
        {
            return;
        }

        foreach (var page in pages)
        {
            sheet.TryLabel(page, Verdict);
        }
    }

    /// <summary>Labels running heads outwards from the numbers, as far as they are the same.</summary>
    private static bool CloseAlong(LabelSheet sheet, List<int> pages, int side)
    {
        var step = 1;
        while (step <= LongestHead && CloseBeside(sheet, pages, side * step))
        {
            step++;
        }

        return step > 1;
    }

    /// <summary>Labels the lines so far above or below the numbers if all are the same but for their digits, the first and last page's not counted.</summary>
    private static bool CloseBeside(LabelSheet sheet, List<int> pages, int side)
    {
        var blocks = sheet.Document.Blocks;
        var heads = pages.Select(p => p + side).Where(i => i >= 0 && i < blocks.Count).GroupBy(i => Undated(blocks[i].Text), StringComparer.Ordinal).MaxBy(g => g.Count());
        if (heads is null || heads.Key.Length == 0 || heads.Count() < Math.Max(2, pages.Count - 1))
        {
            return false;
        }

        // The day of printing is none of the article's dates.
        foreach (var head in heads)
        {
            sheet.Overrule(head, Verdict);
        }

        return true;
    }

    // "44", and "1/3" as browsers print it.
    private static int Number(Block block)
    {
        var digits = block.Text.AsSpan();
        digits = digits.IndexOf('/') is > 0 and var slash && !digits[(slash + 1)..].ContainsAnyExceptInRange('0', '9') ? digits[..slash] : digits;
        return block.Kind == BlockKind.Line && digits.Length <= LongestNumber && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private static string Undated(string text) => Sentences.IsEnded(text) ? string.Empty : string.Concat(text.Where(c => !char.IsDigit(c)));
}
