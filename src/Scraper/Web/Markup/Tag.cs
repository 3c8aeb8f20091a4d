namespace Scraper.Web.Markup;

/// <summary>Short names for what pages are made of.</summary>
internal static class Tag
{
    public static Element E(string name, params Node[] children) => new(name, children);

    public static Node Group(params IEnumerable<Node> nodes) => new Group([.. nodes]);

    public static Element H1(params Node[] children) => new("h1", children);

    public static Element H2(params Node[] children) => new("h2", children);

    public static Element P(params Node[] children) => new("p", children);

    public static Element Div(string? classes, params Node[] children) => new Element("div", children).Class(classes);

    public static Element Span(string? classes, params Node[] children) => new Element("span", children).Class(classes);

    /// <summary>A link; one whose address goes elsewhere than the web stays plain text.</summary>
    public static Node Link(string address, params Node[] children) =>
        Element.IsSafe(address) ? new Element("a", children).With("href", address) : new Element("span", children);

    /// <summary>A moment, to the minute, in UTC.</summary>
    public static Node Time(DateTimeOffset? moment) => moment is not { } at ? "–"
        : new Element("time", at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))
            .With("datetime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A table in a box that scrolls, reachable by keyboard. Narrow screens lay its rows out as lists, which takes the roles from its elements in some browsers, so they are said.</summary>
    public static Node Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Node>> rows) =>
        Div(
            "scroll",
            E(
                "table",
                E("caption", caption),
                E("thead", E("tr", [.. columns.Select(c => (Node)E("th", c).With("scope", "col").With("role", "columnheader"))]).With("role", "row")).With("role", "rowgroup"),
                E("tbody", [.. rows.Select(r => (Node)E("tr", [.. r.Select((cell, i) => (Node)Cell(cell, i, columns[i]))]).With("role", "row"))]).With("role", "rowgroup")).With("role", "table"))
            .With("tabindex", "0").With("role", "region").With("aria-label", caption);

    private static Element Cell(Node content, int index, string column) =>
        (index == 0 ? E("th", content).With("scope", "row").With("role", "rowheader") : E("td", content).With("role", "cell")).With("data-column", column);
}
