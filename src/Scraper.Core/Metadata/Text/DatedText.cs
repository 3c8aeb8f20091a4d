using Scraper.Core.Labelling;

namespace Scraper.Core.Metadata;

/// <summary>When the article was published as a line at its text or the text's dateline says, for pages that say it nowhere at a headline.</summary>
internal static class DatedText
{
    /// <summary>Blocks above the text within which a date is its own.</summary>
    private const int Ahead = 4;

    /// <summary>Blocks behind the text within which a byline with a date at its side still signs it.</summary>
    private const int Behind = 3;

    /// <summary>UTF-16 code units at the start of a text that a dateline takes, with what is in brackets behind it.</summary>
    private const int LongestDateline = 90;

    private static readonly string[] Dashes = ["–", "—", "--", " - "];

    /// <summary>The date nearest to the text, or <see langword="null"/>.</summary>
    /// <param name="blocks">All blocks of the page, labelled.</param>
    /// <param name="language">BCP 47 tag of the page, or <see langword="null"/>.</param>
    /// <param name="now">The time of reading, after which nothing was published; <see langword="null"/> where it is not known.</param>
    public static PageDate? Published(IReadOnlyList<LabelledBlock> blocks, string? language, DateTimeOffset? now)
    {
        if (BodyRange.Of(blocks) is not { } body)
        {
            return null;
        }

        var above = blocks.Take(body.First.Block.Index).TakeLast(Ahead).Reverse();
        var below = blocks.Skip(body.Last.Block.Index + 1).Take(Behind + 1).SkipWhile(b => b.Verdict.Label != Label.Byline).Take(2);
        return above.Concat(below).Where(b => b.Verdict.Label == Label.Date).Select(b => Read(b.Block.Text, language, now)).FirstOrDefault(d => d is not null)
            ?? Dateline(body.First.Block.Text, language, now);
    }

    // "RIVERTON, July 8, 2025 (Example Wire) – The river rose": nothing, or a place and a comma, before the date; nothing, or something in brackets, between it and a dash.
    private static PageDate? Dateline(string text, string? language, DateTimeOffset? now)
    {
        var head = text[..Math.Min(text.Length, LongestDateline)];
        var dash = Dashes.Select(d => head.IndexOf(d, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(-1).Min();
        var line = new LineReader(dash < 0 ? string.Empty : head[..dash], language);
        if (DateText.Find(line).FirstOrDefault() is not { Date: { } date } match)
        {
            return null;
        }

        var isAlone = match.Start == 0 || line[match.Start - 1].IsMark(',');
        var behind = line.Text.AsSpan(line[match.End - 1].End).Trim();
        return isAlone && (behind.IsEmpty || (behind[0], behind[^1]) is ('(', ')') or ('[', ']') or ('/', '/')) ? DateField.Plausible(date, now) : null;
    }

    private static PageDate? Read(string text, string? language, DateTimeOffset? now)
    {
        var line = new LineReader(text, language);
        var isUpdate = Enumerable.Range(0, line.Count).Any(i => line.Match(i, WordUse.Updated) > 0);
        return !isUpdate && DateText.TryParse(text, language, out var date) ? DateField.Plausible(date, now) : null;
    }
}
