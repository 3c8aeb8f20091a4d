using System.Globalization;
using Scraper.Core.Templates;

namespace Scraper.Benchmarks.Templates;

/// <summary>Pages read without and with what 1, 3, 10, 30 and 100 other pages of their site teach.</summary>
internal static class MemoryGain
{
    private static readonly int[] Steps = [1, 3, 10, 30, 100];

    /// <summary>Pages of a site that stay unseen where there are any number.</summary>
    private const int Unseen = 25;

    /// <summary>Each page in turn is left out, and the first others of its host are learnt.</summary>
    public static void LeaveOneOut(string name, IReadOnlyList<MemoryPage> pages)
    {
        var hosts = pages.GroupBy(p => p.Host).Select(g => g.ToList()).ToList();
        Print(name, pages, step =>
            [.. from host in hosts where step < host.Count from page in host select Row(page, Learn(host.Where(p => p.Url != page.Url).Take(step)))]);
    }

    /// <summary>The last pages of each site stay unseen, and those before them are learnt.</summary>
    public static void PagesToCome(string name, IReadOnlyList<MemoryPage> pages)
    {
        var hosts = pages.GroupBy(p => p.Host).Select(g => g.ToList()).ToList();
        Print(name, pages, step =>
            [.. from host in hosts
                where step <= host.Count - Unseen
                let template = Learn(host.SkipLast(Unseen).TakeLast(step))
                from page in host.TakeLast(Unseen)
                select Row(page, template)]);
    }

    private static SiteTemplate? Learn(IEnumerable<MemoryPage> pages) =>
        SiteTemplate.Of(pages.Aggregate(TemplateMemory.Empty, (m, p) => TemplateLearner.Learn(m, p.Url, p.Alone)));

    private static ((double P, double R, double F1) Without, (double P, double R, double F1) With) Row(MemoryPage page, SiteTemplate? template)
    {
        var without = page.Score(null);
        return (without, template is null ? without : page.Score(template));
    }

    private static void Print(string name, IReadOnlyList<MemoryPage> pages, Func<int, List<((double P, double R, double F1) Without, (double P, double R, double F1) With)>> rows)
    {
        Console.WriteLine($"## {name}: {pages.Count} pages, {pages.Select(p => p.Host).Distinct().Count()} hosts");
        Console.WriteLine("other pages | pages | P without | P with | R without | R with | F1 without | F1 with | changed");
        foreach (var step in Steps)
        {
            if (rows(step) is { Count: > 0 } row)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{step} | {row.Count} | {row.Average(r => r.Without.P):0.0000} | {row.Average(r => r.With.P):0.0000} | {row.Average(r => r.Without.R):0.0000} | {row.Average(r => r.With.R):0.0000} | {row.Average(r => r.Without.F1):0.0000} | {row.Average(r => r.With.F1):0.0000} | {row.Count(r => r.With != r.Without)}"));
            }
        }
    }
}
