using Scraper.Core.Blocks;

namespace Scraper.Core.Labelling;

/// <summary>Labels the lines by which a gallery counts its pictures: "1 / 12", "2 / 12", "3 / 12". One or two such lines may be ratings.</summary>
internal static class PictureCounters
{
    private const int Longest = 12;
    private const int Fewest = 3;

    private static readonly Verdict Counted = new(Labelling.Label.Navigation, new Reason(ReasonKind.Pattern, "the place of a picture in its gallery", 0.9));

    public static void LabelAll(LabelSheet sheet)
    {
        var run = new List<int>();
        var total = 0;
        foreach (var block in sheet.Document.Blocks)
        {
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.Caption) || !IsCounter(block.Text, out var place, out var of))
            {
                continue;
            }

            if (place != run.Count + 1 || (run.Count > 0 && of != total))
            {
                Close();
            }

            if (place == run.Count + 1)
            {
                run.Add(block.Index);
                total = of;
            }
        }

        Close();

        void Close()
        {
            foreach (var block in run.Count >= Fewest ? run : [])
            {
                sheet.TryLabel(block, Counted);
            }

            run.Clear();
        }
    }

    private static bool IsCounter(string text, out int place, out int total)
    {
        (place, total) = (0, 0);
        return text.Length <= Longest && text.Split('/') is [var at, var of] && int.TryParse(at, out place) && int.TryParse(of, out total) && place >= 1 && place <= total;
    }
}
