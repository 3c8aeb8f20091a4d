namespace Scraper.Discovery.Feeds;

/// <summary>Namespaces that feeds use, and the one name by which each of their elements is known here.</summary>
internal static class FeedNames
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Xmlns = "http://www.w3.org/2000/xmlns/";
    public const string Xhtml = "http://www.w3.org/1999/xhtml";
    public const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "",
        ["http://www.w3.org/2005/Atom"] = "",
        ["http://purl.org/atom/ns#"] = "",
        ["http://purl.org/atom/app#"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://example.com/newformat#"] = "",
        ["http://example.com/necho"] = "",
        ["http://purl.org/echo/"] = "",
        ["uri/of/echo/namespace#"] = "",
        ["http://purl.org/pie/"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss191"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://cyber.law.harvard.edu/rss/rss.html"] = "",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.itunes.com/DTDs/PodCast-1.0.dtd"] = "itunes",
        [Xhtml] = "xhtml",
        [Rdf] = "rdf",
    };

    /// <summary>Well-known prefixes, for files that forget to declare them.</summary>
    private static readonly Dictionary<string, string> Undeclared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["xml"] = Xml,
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["rdf"] = Rdf,
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["rss"] = "http://purl.org/rss/1.0/",
    };

    /// <summary>Name of an element: <c>title</c>, <c>dc:creator</c>, <c>content:encoded</c>; empty for those of unknown namespaces.</summary>
    public static string Of(FeedNode node) =>
        !Prefixes.TryGetValue(node.Namespace, out var prefix) ? string.Empty
        : prefix.Length == 0 ? node.Name.ToLowerInvariant()
        : $"{prefix}:{node.Name.ToLowerInvariant()}";

    /// <summary>Namespace of a prefix that no xmlns declares.</summary>
    public static string OfUndeclared(string prefix) => Undeclared.GetValueOrDefault(prefix, "undeclared:" + prefix);
}
