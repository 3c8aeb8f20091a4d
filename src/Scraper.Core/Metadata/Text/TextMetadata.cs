using Scraper.Core.Labelling;

namespace Scraper.Core.Metadata;

/// <summary>What a plain text says about itself: its labelled title, byline and date lines, and the language of its body.</summary>
public static class TextMetadata
{
    /// <summary>Byline and date lines looked at.</summary>
    private const int MostLines = 6;

    /// <summary>Blocks within which two date lines belong together.</summary>
    private const int Together = 2;

    /// <summary>UTF-16 code units at the start of a body that a dateline ("CAIRO – 17 May 2019: …") stands in.</summary>
    private const int LongestDateline = 60;

    /// <summary>Reads the metadata of a labelled text.</summary>
    /// <param name="blocks">All blocks of the text, labelled.</param>
    public static PageMetadata Read(IReadOnlyList<LabelledBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var language = Language(blocks);
        var bylines = Nearest(blocks, Label.Byline);
        return new PageMetadata
        {
            Authors = Authors(bylines.Select(b => b.Block.Text), language),
            PublishedAt = Published(blocks, bylines, language),
            Language = language,
        };
    }

    /// <summary>The language that a labelled text is written in, by its body; <see langword="null"/> where that says too little.</summary>
    internal static string? Language(IReadOnlyList<LabelledBlock> blocks) =>
        LanguageGuess.Of(string.Join('\n', blocks.Where(b => b.Verdict.IsText).Select(b => b.Block.Text).Take(40)));

    /// <summary>The names in byline lines, in order, each once.</summary>
    internal static IReadOnlyList<string> Authors(IEnumerable<string> bylines, string? language)
    {
        var reader = new AuthorNames(language);
        return [.. bylines.SelectMany(reader.Parse).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The lines of a label above the body's first third, or else the first ones before the readers' comments.</summary>
    private static List<LabelledBlock> Nearest(IReadOnlyList<LabelledBlock> blocks, Label label)
    {
        var body = blocks.Where(b => b.Verdict.Label == Label.Body).Select(b => b.Block.Index).ToList();
        var limit = body.Count == 0 ? int.MaxValue : body[body.Count / 3];
        var all = blocks.TakeWhile(b => b.Verdict.Label != Label.Comment || b.Block.Index < limit).Where(b => b.Verdict.Label == label).ToList();
        var above = all.Where(b => b.Block.Index <= limit).ToList();
        return [.. (above.Count > 0 ? above : all).Take(MostLines)];
    }

    /// <summary>The earliest of the dates that stand together first, since what was updated was published before.</summary>
    private static PageDate? Published(IReadOnlyList<LabelledBlock> blocks, List<LabelledBlock> bylines, string? language)
    {
        var dates = Parse(Nearest(blocks, Label.Date), language).ToList();
        if (dates.Count == 0)
        {
            dates = [.. Parse(bylines, language)];
        }

        if (dates.Count > 0)
        {
            return dates.Where(d => d.Index - dates[0].Index <= Together).MinBy(d => d.Date.Value.Date).Date;
        }

        var first = blocks.FirstOrDefault(b => b.Verdict.Label == Label.Body)?.Block.Text ?? string.Empty;
        return DateText.TryParse(first[..Math.Min(first.Length, LongestDateline)], language, out var dateline) ? dateline : null;
    }

    private static IEnumerable<(int Index, PageDate Date)> Parse(IEnumerable<LabelledBlock> lines, string? language)
    {
        foreach (var line in lines)
        {
            if (DateText.TryParse(line.Block.Text, language, out var date))
            {
                yield return (line.Block.Index, date);
            }
        }
    }
}
