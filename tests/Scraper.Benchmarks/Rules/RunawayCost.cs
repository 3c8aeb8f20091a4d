using System.Diagnostics;
using System.Globalization;
using Scraper.Core;
using Scraper.Core.Sites;

namespace Scraper.Benchmarks.Rules;

/// <summary>Time that a line pattern which repeats a repetition adds to a megabyte of text made for it: one block of it, and many.</summary>
internal static class RunawayCost
{
    private const string Pattern = "(a+)+$";
    private const int Length = 1 << 20;

    public static string Of(int rounds)
    {
        var lines = new[] { 1, 300 }.Select(blocks => Line(blocks, Page(blocks), rounds));
        return string.Join('\n', lines.Prepend($"A rule with {Pattern} against a text of {Length:N0} characters:")) + "\n";
    }

    private static string Line(int blocks, string page, int rounds)
    {
        var extractor = new Extractor();
        var (without, with) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            without = Math.Min(without, Time("hosts: [example.com]\nselect: { body: article }"));
            with = Math.Min(with, Time($"hosts: [example.com]\nselect: {{ body: article }}\nlines:\n  {Pattern}: other"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"- in {blocks} block(s): {without:F1} ms → {with:F1} ms, {with - without:F1} ms for the pattern");

        double Time(string rule)
        {
            var context = new PageContext { Rule = SiteRuleReader.Read("rule.yaml", rule).Rule! };
            var watch = Stopwatch.StartNew();
            extractor.ExtractHtml(page, context, CancellationToken.None);
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static string Page(int blocks) =>
        $"<article>{string.Concat(Enumerable.Repeat($"<p>{new string('a', (Length / blocks) - 1)}b</p>", blocks))}</article>";
}
