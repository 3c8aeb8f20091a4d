namespace Scraper.Discovery.Feeds;

/// <summary>Reads what feeds and entries have in common from the children of an element.</summary>
internal sealed class FeedFields(FeedNode element)
{
    private readonly List<(string Name, FeedNode Node)> children = [.. element.Elements.Select(child => (FeedNames.Of(child), child))];

    /// <summary>The first child under the first of the names that has one.</summary>
    public FeedNode? First(params string[] names) =>
        names.Select(name => children.FirstOrDefault(child => child.Name == name).Node).FirstOrDefault(node => node is not null);

    /// <summary>Children under any of the names, in document order.</summary>
    public IEnumerable<FeedNode> All(params string[] names) => children.Where(child => names.Contains(child.Name)).Select(child => child.Node);

    /// <summary>The text of the first child under a name; <see langword="null"/> where it is blank.</summary>
    public string? Text(params string[] names) => First(names)?.InnerText().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The first child under a name, as a text with its type.</summary>
    public FeedText? Rich(string defaultType, params string[] names) => First(names) is { } node ? FeedTextReader.Read(node, defaultType) : null;

    /// <summary>The last date under a name, as later ones overwrite earlier ones.</summary>
    public FeedDate? Date(params string[] names) =>
        names.Select(name => All(name).LastOrDefault()?.InnerText().Trim()).FirstOrDefault(text => !string.IsNullOrEmpty(text)) is { } found ? FeedDate.Read(found) : null;

    /// <summary>Author: a person of Atom as "name (email)", or a plain text.</summary>
    public string? Author()
    {
        var node = First("author", "dc:creator", "dc:author", "managingeditor", "webmaster", "itunes:author", "media:credit");
        if (node is null)
        {
            return null;
        }

        if (!node.HasElements)
        {
            return node.InnerText().Trim() is { Length: > 0 } text ? text : null;
        }

        var person = new FeedFields(node);
        return (person.Text("name"), person.Text("email")) switch
        {
            ({ } name, { } email) => $"{name} ({email})",
            ({ } name, null) => name,
            (null, var email) => email,
        };
    }

    /// <summary>All links: Atom's with their attributes, RSS's as alternates, enclosures of both.</summary>
    public List<FeedLink> Links()
    {
        var links = new List<FeedLink>();
        foreach (var node in All("link", "enclosure"))
        {
            var isEnclosure = FeedNames.Of(node) == "enclosure";
            var href = isEnclosure ? node.Attribute("url") ?? node.Attribute("href") : node.Attribute("href") ?? node.InnerText();
            if (!string.IsNullOrWhiteSpace(href))
            {
                var rel = isEnclosure ? "enclosure" : node.Attribute("rel")?.Trim().ToLowerInvariant() is { Length: > 0 } given ? given : "alternate";
                var type = node.Attribute("type") ?? (rel == "alternate" ? "text/html" : null);
                links.Add(new FeedLink(FeedUrl.Absolute(node.Base, href), rel, type, node.Attribute("length")));
            }
        }

        return links;
    }
}
