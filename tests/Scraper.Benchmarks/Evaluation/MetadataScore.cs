using System.Text;
using System.Text.RegularExpressions;
using Scraper.Benchmarks.Data;
using Scraper.Core.Blocks;
using Scraper.Core.Metadata;

namespace Scraper.Benchmarks.Evaluation;

/// <summary>Compares title, authors and date with the gold as <c>score.py</c> does: exactly, marks and case aside.</summary>
internal static partial class MetadataScore
{
    /// <summary>The fields that the gold has, with those that differ.</summary>
    public static IEnumerable<(string Field, MetadataMiss? Miss)> Compare(BenchmarkPage page)
    {
        var read = MetadataReader.Read(HtmlTree.Parse(page.Html, HtmlLimits.Default, CancellationToken.None), page.Address);
        if (page.Title.Length > 0)
        {
            yield return Row(page, "title", page.Title, read.Title ?? string.Empty, Fold(page.Title) == Fold(read.Title ?? string.Empty));
        }

        if (Names(page.Author) is { Count: > 0 } names)
        {
            yield return Row(page, "author", page.Author, string.Join("; ", read.Authors), names.SetEquals(read.Authors.Select(Fold)));
        }

        if (Day().Match(page.Date) is { Success: true } day)
        {
            yield return Row(page, "date", day.Value, read.PublishedAt?.ToString() ?? string.Empty, read.PublishedAt?.ToString().StartsWith(day.Value, StringComparison.Ordinal) == true);
        }
    }

    private static (string Field, MetadataMiss? Miss) Row(BenchmarkPage page, string field, string gold, string read, bool isRight) =>
        (field, isRight ? null : new MetadataMiss(page.Id, page.Kind, field, gold, read));

    private static HashSet<string> Names(string author) => [.. Splits().Split(author).Select(n => Fold(By().Replace(n, string.Empty))).Where(n => n.Length > 0)];

    private static string Fold(string text) =>
        string.Join(' ', Word().Matches(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()).Select(m => m.Value));

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s*(?:,|;|\||/|&|\band\b|\bund\b|\bet\b|\n)\s*")]
    private static partial Regex Splits();

    [GeneratedRegex(@"^\s*(?:by|von|par|por|written by|posted by)\s*:?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex By();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();
}
