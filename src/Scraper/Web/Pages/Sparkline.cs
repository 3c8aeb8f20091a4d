using System.Globalization;
using Scraper.Storage;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary>Articles a day as small bars, with the numbers for those who do not see them.</summary>
internal static class Sparkline
{
    /// <summary>Days shown, today the last.</summary>
    public const int Days = 14;

    private const int Height = 20;
    private const int Step = 5;

    public static Node Of(string site, IEnumerable<DayCount> counts, DateOnly today)
    {
        var byDay = counts.ToDictionary(c => c.Day, c => c.Articles);
        var days = Enumerable.Range(1 - Days, Days).Select(d => byDay.GetValueOrDefault(today.AddDays(d))).ToArray();
        var most = Math.Max(1, days.Max());
        var bars = days.Select((n, i) =>
        {
            var height = n == 0 ? 1 : Math.Max(2, (int)(n * Height / most));
            return (Node)E("rect").With("x", Number(i * Step)).With("y", Number(Height - height)).With("width", Number(Step - 1)).With("height", Number(height));
        });
        return E("svg", [.. bars]).Class("spark").With("role", "img").With("viewBox", $"0 0 {Number(Days * Step)} {Height}")
            .With("aria-label", $"{site}, articles a day: {string.Join(", ", days)}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
