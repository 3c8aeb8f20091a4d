using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>
/// Reads the display format of Factiva: a field's two letters alone in a line, its value below. HD is the headline, LP and TD are the text;
/// nothing else is the article.
/// </summary>
internal static class ArchiveFields
{
    /// <summary>Fewest different fields by which the format is known.</summary>
    private const int Fewest = 6;

    private static readonly Reason Reason = new(ReasonKind.Pattern, "a field of an archive's record", 0.9);

    /// <summary>Labels the fields of a record and their values.</summary>
    public static void Label(LabelSheet sheet)
    {
        var blocks = sheet.Document.Blocks;
        var codes = blocks.Where(IsCode).Select(b => b.Text).ToHashSet(StringComparer.Ordinal);
        if (codes.Count < Fewest || !codes.Contains("HD") || !(codes.Contains("LP") || codes.Contains("TD")))
        {
            return;
        }

        string? field = null;
        foreach (var block in blocks)
        {
            var isCode = IsCode(block);
            field = isCode ? block.Text : field;
            if (isCode || field is not (null or "HD" or "BY" or "PD" or "LP" or "TD"))
            {
                sheet.TryLabel(block.Index, new Verdict(isCode ? Labelling.Label.EmptyField : Labelling.Label.Other, Reason));
            }
        }
    }

    private static bool IsCode(Block block) => block.Text is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'];
}
