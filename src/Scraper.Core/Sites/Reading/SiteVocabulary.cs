using Scraper.Core.Labelling;
using static Scraper.Core.Sites.SiteKeyShape;

namespace Scraper.Core.Sites;

/// <summary>
/// Every key a rule file may hold: the reader knows no other, and the JSON schema is generated from it.
/// </summary>
internal static class SiteVocabulary
{
    /// <summary>Keys of a selector written out.</summary>
    public static readonly IReadOnlyList<SiteKey> Selector =
    [
        new("css", Text, "A CSS selector (level 4 as AngleSharp knows it)."),
        new("xpath", Text, "An XPath 1.0 expression; one whose result is a string gives that string."),
        new("attribute", Text, "Read this attribute in place of the text."),
        new("required", Flag, "A page on which it matches nothing is not laid out like this: the next layout is tried, then the generic labeller."),
        new("replace", TextMap, "Regular expression to replacement, applied to the text in order; $1 is the first group."),
        new("split", Text, "Regular expression at which the text is cut into several values."),
        new("trim", Text, "Characters taken off both ends, on top of white space."),
        new("date", Texts, ".NET custom date formats, tried in order: d MMM yyyy - HH:mm."),
        new("zone", Text, "IANA time zone of a date that names none."),
    ];

    /// <summary>Keys of a marker.</summary>
    public static readonly IReadOnlyList<SiteKey> Marker =
    [
        new("text", Text, "The marker block's whole text; case and a colon at its end do not matter."),
        new("pattern", Text, "Regular expression that the marker block's text matches."),
        new("css", Text, "The marker element."),
        new("xpath", Text, "The marker element."),
        new("label", SiteKeyShape.Label, "What the marker and everything on its far side are; other where not given."),
    ];

    /// <summary>Keys of a strip entry written out.</summary>
    public static readonly IReadOnlyList<SiteKey> Strip =
    [
        new("css", Text, "The element to take out."),
        new("xpath", Text, "The element to take out."),
        new("label", SiteKeyShape.Label, "What it is; other where not given."),
    ];

    /// <summary>Keys of a rewrite.</summary>
    public static readonly IReadOnlyList<SiteKey> Rewrite =
    [
        new("find", Text, "Exact text of the page's source."),
        new("replace", Text, "What to put in its place; nothing, to take it out.") { MayBeEmpty = true },
    ];

    /// <summary>What stands after <c>every</c> for an interval that follows the site.</summary>
    public const string Adaptive = "adaptive";

    /// <summary>What stands after <c>revisit</c> for articles that are fetched once.</summary>
    public const string Never = "never";

    private static readonly IReadOnlyList<SiteKey> Schedule =
    [
        new("every", Interval, "Time between two visits, at least a second: 10m, 1h30m; or adaptive: as often as the site publishes."),
        new("at_least", Duration, "With every: adaptive, the shortest interval; 5m where not given."),
        new("at_most", Duration, "With every: adaptive, the longest interval; 6h where not given."),
        new("cron", Text, "A Quartz cron expression of six or seven fields, seconds first."),
        new("zone", Text, "IANA time zone of the cron expression; UTC where not given."),
        new("revisit", Ages, "Ages at which a stored article is looked at again: [1h, 6h, 1d, 7d] where not given; or never."),
    ];

    private static readonly IReadOnlyList<SiteKey> FrontPages =
    [
        new("url", Text, "Address of a page that lists articles."),
        new("links", Text, "CSS or XPath of the links to follow; all links of the site where not given."),
    ];

    private static readonly IReadOnlyList<SiteKey> Discovery =
    [
        new("feeds", Texts, "Addresses of RSS, Atom, RDF or JSON feeds."),
        new("sitemaps", Texts, "Addresses of sitemaps or sitemap indexes, or of a robots.txt that names them."),
        new("front_pages", Sections, "Pages whose links lead to articles.", FrontPages),
        new("include", Texts, "Regular expressions; where there are any, an address must match one."),
        new("exclude", Texts, "Regular expressions; an address that matches one is left."),
    ];

    private static readonly IReadOnlyList<SiteKey> Fetch =
    [
        new("delay", Duration, "Least time between two requests to one host; a longer Crawl-delay wins."),
        new("user_agent", Text, "User-Agent to send in place of the product's own."),
        new("headers", TextMap, "Further request headers; never sent to another host."),
        new("cookies", TextMap, "Cookies by name; never sent to another host."),
        new("render", Render, "Whether pages go through a browser: never, auto, always."),
    ];

    private static readonly IReadOnlyList<SiteKey> Fingerprints =
    [
        new("generator", Text, "Regular expression that the page's meta generator matches."),
        new("css", Text, "An element that must be there."),
        new("xpath", Text, "An element that must be there."),
        new("source", Text, "Exact text that the page's source must hold."),
    ];

    private static readonly IReadOnlyList<SiteKey> Tests =
    [
        new("url", Text, "Address of an article."),
        new("contains", Texts, "Texts that the article must contain."),
    ];

    private static readonly IReadOnlyList<SiteKey> Select =
    [
        new("title", Selectors, "The headline."),
        new("subtitle", Selectors, "The line under the headline."),
        new("summary", Selectors, "Summary bullets or paragraphs ahead of the article."),
        new("author", Selectors, "The authors."),
        new("date", Selectors, "When it was published."),
        new("modified", Selectors, "When it was last changed."),
        new("body", Selectors, "The element or elements that hold the article; always required."),
        new("captions", Selectors, "Captions and credits of pictures."),
        new("section", Selectors, "Section or category."),
        new("tags", Selectors, "Keywords."),
    ];

    private static readonly IReadOnlyList<SiteKey> TodaysLayout =
    [
        new("select", Section, "Where the parts of an article stand; in a list the first selector that matches wins.", Select),
        new("strip", StripMap, "Elements that are not the article: selector to label."),
        new("cut_before", Markers, "The article begins after the first of these."),
        new("cut_after", Markers, "The article ends at the first of these."),
        new("lines", LineMap, "Blocks told by their text: regular expression to label."),
        new("keep", Selectors, "Elements whose text no later labeller may take out."),
        new("reject", Selectors, "A page on which one of these finds something is no article."),
        new("unwrap", Selectors, "Elements to look through: an aside or blockquote used for looks."),
        new("next_page", Selectors, "The link to the next page of the article."),
        new("max_pages", Number, "How many pages of one article are read, 1 to 50; 10 where not given."),
        new("single_page", Selectors, "The link to the whole article on one page."),
    ];

    /// <summary>Keys of an entry of <c>layouts</c>.</summary>
    public static readonly IReadOnlyList<SiteKey> Layout =
        [new("valid_until", Date, "Last day on which pages looked like this: 2024-05-31."), .. TodaysLayout];

    /// <summary>Keys at the left margin of a file.</summary>
    public static readonly IReadOnlyList<SiteKey> Root =
    [
        new("name", Text, "Short name, unique; the file's name where not given."),
        new("title", Text, "Name of the publication."),
        new("hosts", Texts, "Hosts it is for; *.example.com is every host below example.com. None for a family."),
        new("language", Text, "BCP 47 tag of the site's language."),
        new("extends", Texts, "Families whose rules are added, the first believed most."),
        new("fingerprints", Sections, "For a family: how a page shows that it belongs; one of them is enough.", Fingerprints),
        new("schedule", Section, "When the daemon looks for new articles.", Schedule),
        new("discovery", Section, "Where new articles are found.", Discovery),
        new("fetch", Section, "How pages are asked for.", Fetch),
        new("live_blogs", Flag, "Whether running reports (live blogs) are stored as articles; where not given, only those of which select.body finds the text."),
        new("rewrite", Rewrites, "Exact changes to the page's source before it is parsed."),
        new("tests", Sections, "Pages on which the rule can be tried.", Tests),
        .. TodaysLayout,
        new("layouts", Sections, "Earlier layouts, each with the last day on which it was in use.", Layout),
    ];

    /// <summary>Labels as files write them: <c>pull_quote</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Label> Labels = Names<Label>();

    /// <summary>Fields as files write them.</summary>
    public static readonly IReadOnlyDictionary<string, SiteField> Fields = Names<SiteField>();

    /// <summary>Render modes as files write them.</summary>
    public static readonly IReadOnlyDictionary<string, RenderMode> RenderModes = Names<RenderMode>();

    /// <summary>A name in C# as files write it: <c>PullQuote</c> is <c>pull_quote</c>.</summary>
    public static string Written(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));

    private static Dictionary<string, T> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Written(v), v => v);
}
