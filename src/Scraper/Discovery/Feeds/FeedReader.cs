using System.Xml;
using Scraper.Fetching;

namespace Scraper.Discovery.Feeds;

/// <summary>Reads a feed of any format. What is not well-formed is read as far as it goes and said to be so.</summary>
internal static class FeedReader
{
    private const int MaxEntries = 20_000;

    /// <summary>Reads a fetched feed.</summary>
    /// <param name="page">The page.</param>
    /// <returns>The feed, or <see langword="null"/> where nothing in it is a feed's.</returns>
    public static Feed? Read(RawPage page) => Read(
        page.Body, page.ContentType, page.Charset, page.FinalUrl, page.Headers.GetValueOrDefault("Content-Location"), page.Headers.GetValueOrDefault("Content-Language"));

    /// <summary>Reads a feed.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="mediaType">Media type by HTTP, if any.</param>
    /// <param name="charset">Charset by HTTP, if any.</param>
    /// <param name="url">Where it is from, if anywhere.</param>
    /// <param name="contentLocation">Content-Location header.</param>
    /// <param name="contentLanguage">Content-Language header.</param>
    public static Feed? Read(ReadOnlyMemory<byte> body, string? mediaType, string? charset, Uri? url, string? contentLocation = null, string? contentLanguage = null)
    {
        if (body.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..])
        {
            return JsonFeedReader.Read(body.Span, url);
        }

        var documentBase = contentLocation is null ? url : FeedUrl.Base(url, contentLocation);
        var (text, encoding, problem) = FeedEncoding.Decode(body, mediaType, charset);
        var (document, illFormed) = Parse(text, documentBase, contentLanguage);
        return Map(document) is { } feed ? feed with { Encoding = encoding, Problem = illFormed ?? problem } : null;
    }

    private static (FeedNode Document, string? Problem) Parse(string text, Uri? documentBase, string? language)
    {
        try
        {
            return (StrictFeedXml.Read(text, new FeedTree(documentBase, language)), null);
        }
        catch (XmlException e)
        {
            return (new TolerantFeedXml(text, new FeedTree(documentBase, language)).Read(), "not well-formed: " + e.Message);
        }
    }

    private static Feed? Map(FeedNode document)
    {
        var root = document.Elements.FirstOrDefault(node => FeedVersion.Of(node).Length > 0) ?? document.Elements.FirstOrDefault(HasFeed);
        if (root is null)
        {
            return null;
        }

        var channel = root.Elements.FirstOrDefault(node => FeedNames.Of(node) == "channel") ?? root;
        var fields = new FeedFields(channel);
        var links = fields.Links();
        return new Feed
        {
            Version = FeedVersion.Of(root),
            Title = fields.Rich("text/plain", "title", "dc:title"),
            Subtitle = fields.Rich("text/html", "description", "subtitle", "tagline", "dc:description", "itunes:subtitle"),
            Link = links.FirstOrDefault(link => link.Rel == "alternate")?.Href,
            Id = fields.Text("id"),
            Author = fields.Author(),
            Language = fields.Text("language", "dc:language") ?? channel.Language,
            Published = fields.Date("pubdate", "published", "issued")?.Value,
            Updated = fields.Date("updated", "modified", "dc:date", "dcterms:modified", "lastbuilddate", "pubdate")?.Value,
            Entries = [.. Entries(root).Take(MaxEntries).Select(FeedEntryReader.Read)],
        };
    }

    private static bool HasFeed(FeedNode node) => node.Elements.Any(child => FeedVersion.Of(child).Length > 0);

    // Items stand in the root, in the channel, or (ill-formed) anywhere; never within one another.
    private static IEnumerable<FeedNode> Entries(FeedNode root)
    {
        var stack = new Stack<FeedNode>([root]);
        while (stack.Count > 0)
        {
            var node = stack.Pop();
            if (node != root && FeedNames.Of(node) is "item" or "entry")
            {
                yield return node;
                continue;
            }

            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                if (node.Children[i].Text is null)
                {
                    stack.Push(node.Children[i]);
                }
            }
        }
    }
}
