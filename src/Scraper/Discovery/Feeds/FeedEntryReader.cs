namespace Scraper.Discovery.Feeds;

/// <summary>Reads an item of RSS or RDF, or an entry of Atom.</summary>
internal static class FeedEntryReader
{
    public static FeedEntry Read(FeedNode node)
    {
        var fields = new FeedFields(node);
        var links = fields.Links();
        var (id, permalink) = Id(node, fields);
        var link = links.FirstOrDefault(l => l.Rel == "alternate" && l.Type is "text/html" or "application/xhtml+xml") ?? links.FirstOrDefault(l => l.Rel == "alternate");
        var content = Content(fields);
        var (summary, described) = Summary(fields);
        return new FeedEntry
        {
            Id = id,
            IdIsLink = link is null && permalink is not null,
            Title = fields.Rich("text/plain", "title", "dc:title", "media:title"),
            Link = link?.Href ?? permalink,
            Links = links,
            Summary = summary ?? (content.Count > 0 ? content[0] : null),
            Content = described is null ? content : [described, .. content],
            Author = fields.Author(),
            Rights = fields.Rich("text/plain", "rights", "copyright", "dc:rights"),
            Language = fields.Text("language", "dc:language") ?? node.Language,
            Tags = Tags(fields),
            Published = fields.Date("published", "pubdate", "issued", "dcterms:issued"),
            Updated = fields.Date("updated", "modified", "dcterms:modified", "dc:date", "lastbuilddate"),
            Created = fields.Date("created", "dcterms:created"),
        };
    }

    private static (string? Id, string? Permalink) Id(FeedNode node, FeedFields fields)
    {
        if (fields.First("guid") is { } guid && guid.InnerText().Trim() is { Length: > 0 } text)
        {
            // A guid is an address by default (RSS 2.0); a bare number or word that says nothing of it is none.
            var said = guid.Attribute("ispermalink")?.Trim();
            var isPermalink = said is null ? text.AsSpan().ContainsAny('/', '?') : !said.Equals("false", StringComparison.OrdinalIgnoreCase);
            return (text, isPermalink ? FeedUrl.Absolute(guid.Base, text) : null);
        }

        var about = node.Attributes.FirstOrDefault(a => a is { Namespace: FeedNames.Rdf, Name: "about" })?.Value;
        return (fields.Text("id") ?? about ?? fields.Text("dc:identifier"), null);
    }

    // Where an item has both, the summary is the summary and the description the content.
    private static (FeedText? Summary, FeedText? Described) Summary(FeedFields fields)
    {
        var summary = fields.Rich("text/plain", "summary");
        var description = fields.Rich("text/html", "description", "dc:description", "abstract", "dcterms:abstract", "media:description", "itunes:summary");
        return summary is null ? (description, null) : (summary, description);
    }

    private static List<FeedText> Content(FeedFields fields) =>
        [.. fields.All("content", "content:encoded", "fullitem", "xhtml:body", "xhtml:div", "body")
            .Select(node => FeedTextReader.Read(node, FeedNames.Of(node) switch { "content" => "text/plain", "xhtml:body" or "xhtml:div" or "body" => "application/xhtml+xml", _ => "text/html" }))
            .Where(text => text.Value.Length > 0)];

    private static List<FeedTag> Tags(FeedFields fields)
    {
        var tags = new List<FeedTag>();
        foreach (var node in fields.All("category", "dc:subject", "keywords", "tags", "media:category", "itunes:keywords"))
        {
            var text = (node.Attribute("term") ?? node.InnerText()).Trim();
            var parts = FeedNames.Of(node) is "tags" or "keywords" or "itunes:keywords" ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
            tags.AddRange(parts.Where(part => part.Length > 0).Select(part => new FeedTag(part, node.Attribute("scheme") ?? node.Attribute("domain"), node.Attribute("label"))));
        }

        return tags;
    }
}
