using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scraper.Core.Labelling;

namespace Scraper.Core.Sites.Learning;

/// <summary>Patterns for lines in the body that no selector tells: the same line on several pages, or lines that open alike up to a colon.</summary>
internal static partial class LineChoice
{
    private const int MostLines = 15;
    private const int LongestLine = 200;
    private const int LongestOpening = 30;

    public static IReadOnlyList<LearntStrip> Of(IReadOnlyList<ExamplePage> pages, StripChoice strips)
    {
        var left = strips.Left.Select(b => (b.Page, pages[b.Page].Blocks[b.Block])).ToList();
        var text = strips.Text.Select(b => pages[b.Page].Blocks[b.Block].Block.Text).ToList();
        var lines = new List<LearntStrip>();
        foreach (var group in left.Where(b => b.Item2.Block.Text.Length <= LongestLine).GroupBy(b => Pattern(b.Item2.Block.Text), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Add(group.Key, [.. group], "stands");
        }

        foreach (var group in left.Where(b => Opening(b.Item2.Block.Text) is not null).GroupBy(b => Opening(b.Item2.Block.Text)!, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Add($"^{Escape(group.Key)}", [.. group], "opens a line");
        }

        return lines;

        void Add(string pattern, IReadOnlyList<(int Page, LabelledBlock Block)> blocks, string does)
        {
            var on = blocks.Select(b => b.Page).Distinct().Count();
            if (lines.Count == MostLines || on < 2 || lines.Exists(l => blocks.All(b => new SitePattern(l.Expression).IsMatch(b.Block.Block.Text))))
            {
                return;
            }

            var line = new SitePattern(pattern);
            if (!text.Any(line.IsMatch))
            {
                var label = blocks.GroupBy(b => b.Block.Verdict.Label).MaxBy(g => g.Count())!.Key;
                lines.Add(new LearntStrip(pattern, label is Label.Body or Label.Heading or Label.Title ? Label.Other : label, string.Create(CultureInfo.InvariantCulture, $"{does} on {on} of {pages.Count} pages")));
            }
        }
    }

    /// <summary>A whole line, any number for each number.</summary>
    public static string Pattern(string text) => $"^{Number.Replace(Escape(text), @"\d+")}$";

    private static string? Opening(string text)
    {
        var colon = text.IndexOfAny([':', '：']);
        return colon is > 1 and <= LongestOpening && text.Length > colon + 1 ? text[..(colon + 1)] : null;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped = c switch
            {
                '\n' or '\u00A0' => escaped.Append(@"\s"),
                _ when @"\*+?|{}[]()^$.#".Contains(c, StringComparison.Ordinal) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Number { get; }
}
