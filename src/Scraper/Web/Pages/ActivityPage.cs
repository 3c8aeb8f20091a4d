using System.Globalization;
using Scraper.Core.Labelling;
using Scraper.Web.Live;
using Scraper.Web.Markup;
using static Scraper.Web.Markup.Tag;

namespace Scraper.Web.Pages;

/// <summary><c>/activity</c>: visits and readings of archives as they go on. A list as it was when it was asked for; with script it follows.</summary>
internal static class ActivityPage
{
    public static IResult Get(LiveActivity live) => new HtmlPage("Activity", "/activity", Document(live), script: new Script(Asset.ActivityScript));

    /// <summary>What changes of the page.</summary>
    public static Node Document(LiveActivity live) => Div(
        null,
        E("section", H2("Visits under way"), List([.. live.Visits.Select(Visit)], "No site is being visited.")),
        E("section", H2("Archives read again"), List([.. live.Readings.Select(Reading)], "None since the daemon started.")),
        E("section", H2("Latest pages"), live.Pages.Count == 0 ? P("None since the daemon started.") : Table("The latest pages, newest first; times are UTC", ["When", "Site", "How it ended", "Page"], live.Pages.Select(Page))))
        .With("id", "activity");

    private static Element List(Node[] items, string none) => items.Length == 0 ? P(none) : E("ul", items);

    private static Node Visit(LiveVisit visit)
    {
        var pages = string.Join(", ", visit.Pages.Select(p => $"{p.Value} {Names.Of(p.Key)}"));
        return E("li", E("strong", visit.Site), " since ", Time(visit.Began), pages.Length > 0 ? $": {pages}" : ": looking for what is new");
    }

    private static Node Reading(LiveReading reading) => E(
        "li",
        E("strong", reading.Site),
        " ",
        reading.Ended is { } ended
            ? Group("at ", Time(reading.Began), $": {ended}")
            : Group(
                $"{reading.Step}: ",
                E("progress").With("max", Number(Math.Max(1, reading.Total))).With("value", Number(reading.Done)).With("aria-label", $"Reading the archive of {reading.Site}"),
                $" {Number(reading.Done)} of {Number(reading.Total)} pages"));

    private static Node[] Page(LivePage page) =>
        [Time(page.At), page.Site, page.IsBad ? Span("bad", page.Outcome) : page.Outcome, Link(page.Url, page.Url)];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
