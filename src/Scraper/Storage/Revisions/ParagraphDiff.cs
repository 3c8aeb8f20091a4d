using System.Text;
using Scraper.Core.Articles;

namespace Scraper.Storage.Revisions;

/// <summary>What changed between two versions of an article, for people: changed fields first, then a unified diff of the body by paragraph.</summary>
internal static class ParagraphDiff
{
    private const int Context = 1;

    /// <summary>Beyond this many paragraph pairs the middle is shown as replaced whole.</summary>
    private const long MaxCells = 4_000_000;

    public static string Of(Article before, Article after)
    {
        var diff = new StringBuilder();
        Field(diff, "site", before.Site, after.Site);
        Field(diff, "title", before.Title, after.Title);
        Field(diff, "subtitle", before.Subtitle, after.Subtitle);
        Field(diff, "authors", string.Join("; ", before.Authors), string.Join("; ", after.Authors));
        Field(diff, "published", before.PublishedAt?.ToString(), after.PublishedAt?.ToString());
        Field(diff, "language", before.Language, after.Language);
        Field(diff, "summary", string.Join(" | ", before.Summary), string.Join(" | ", after.Summary));
        Field(diff, "captions", Join(before.Captions), Join(after.Captions));
        Field(diff, "section", before.Metadata.Section, after.Metadata.Section);
        Field(diff, "tags", string.Join("; ", before.Metadata.Tags), string.Join("; ", after.Metadata.Tags));
        if (!Clock.AreSame(before.Pictures, after.Pictures))
        {
            Field(diff, "pictures", Join(before.Pictures), Join(after.Pictures));
        }

        Body(diff, Split(before.Text), Split(after.Text));
        return diff.ToString();
    }

    private static string Join(IEnumerable<Caption> captions) => string.Join(" | ", captions.Select(c => c.Text));

    private static string Join(IEnumerable<Picture> pictures) => string.Join(" | ", pictures.Select(p => string.Join(", ", new[] { p.Address, p.Caption, p.Credit }.OfType<string>())));

    private static string[] Split(string text) => text.Length == 0 ? [] : text.Split("\n\n");

    private static void Field(StringBuilder diff, string name, string? before, string? after)
    {
        if ((before ?? string.Empty) != (after ?? string.Empty))
        {
            Line(diff, '-', $"{name}: {before}");
            Line(diff, '+', $"{name}: {after}");
        }
    }

    private static void Body(StringBuilder diff, string[] before, string[] after)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        if (head + tail == before.Length && head + tail == after.Length)
        {
            return;
        }

        var first = Math.Max(0, head - Context);
        Line(diff, '@', $"@ paragraph {head + 1} @@");
        foreach (var paragraph in before[first..head])
        {
            Line(diff, ' ', paragraph);
        }

        Middle(diff, before[head..^tail], after[head..^tail]);
        foreach (var paragraph in before[^tail..].Take(Context))
        {
            Line(diff, ' ', paragraph);
        }
    }

    /// <summary>Longest common subsequence; unchanged paragraphs in the middle are cut to a mark.</summary>
    private static void Middle(StringBuilder diff, string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MaxCells)
        {
            Array.ForEach(before, p => Line(diff, '-', p));
            Array.ForEach(after, p => Line(diff, '+', p));
            return;
        }

        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (b, a) = (0, 0);
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
            {
                Line(diff, ' ', Shorten(before[b]));
                b++;
                a++;
            }
            else if (b < before.Length && (a == after.Length || common[b + 1, a] >= common[b, a + 1]))
            {
                Line(diff, '-', before[b++]);
            }
            else
            {
                Line(diff, '+', after[a++]);
            }
        }
    }

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..79] + "…";

    private static void Line(StringBuilder diff, char mark, string text) => diff.Append(mark).Append(text.ReplaceLineEndings(" ")).Append('\n');
}
