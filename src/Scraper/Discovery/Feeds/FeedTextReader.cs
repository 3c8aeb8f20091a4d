using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Scraper.Discovery.Feeds;

/// <summary>Reads a text of a feed: plain, escaped HTML, inline XHTML, or base64 (RFC 4287, 3.1 and 4.1.3; Atom 0.3 modes).</summary>
internal static class FeedTextReader
{
    /// <summary>Reads an element as a text.</summary>
    /// <param name="node">The element.</param>
    /// <param name="defaultType">Media type where the element gives none.</param>
    public static FeedText Read(FeedNode node, string defaultType)
    {
        var given = node.Attribute("type")?.Trim().ToLowerInvariant();
        var type = given switch
        {
            null or "" => defaultType,
            "text" or "plain" => "text/plain",
            "html" => "text/html",
            "xhtml" => "application/xhtml+xml",
            _ => given,
        };
        var value = Value(node, given, type);
        var isMarkup = type is not "text/plain" || node.HasElements;
        return new FeedText(isMarkup ? FeedUrl.AbsoluteLinks(node.Base, value) : value, type, node.Language, node.Base?.AbsoluteUri);
    }

    private static string Value(FeedNode node, string? given, string type)
    {
        if (node.HasElements)
        {
            // Escaped HTML inside a div: the div is noise, the text is the markup.
            var isEscaped = type == "text/html";
            var container = (given is "xhtml" or "html") && SoleDiv(node) is { } div ? div : node;
            var markup = new StringBuilder();
            Write(container.Children, markup, escape: !isEscaped || container == node);
            return markup.ToString().Trim();
        }

        var text = node.InnerText().Trim();
        var isBase64 = node.Attribute("mode")?.Trim().Equals("base64", StringComparison.OrdinalIgnoreCase) == true
            || (given is not null && given.Contains('/', StringComparison.Ordinal) && !given.StartsWith("text/", StringComparison.Ordinal) && !given.EndsWith("xml", StringComparison.Ordinal));
        if (isBase64)
        {
            return FromBase64(text) ?? text;
        }

        return type == "application/xhtml+xml" ? WebUtility.HtmlEncode(text) : text;
    }

    private static FeedNode? SoleDiv(FeedNode node)
    {
        var content = node.Children.Where(child => child.Text is null || !string.IsNullOrWhiteSpace(child.Text)).ToList();
        return content is [{ Text: null, Name: "div" } div] ? div : null;
    }

    private static string? FromBase64(string text)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var written) ? Encoding.UTF8.GetString(bytes.AsSpan(0, written)).Trim() : null;
    }

    // Recursion is bounded by the depth of FeedTree.
    private static void Write(List<FeedNode> nodes, StringBuilder output, bool escape)
    {
        foreach (var node in nodes)
        {
            if (node.Text is { } text)
            {
                output.Append(escape ? Escape(text) : text);
                continue;
            }

            output.Append('<').Append(node.Name);
            foreach (var attribute in node.Attributes.Where(a => a.Namespace is not (FeedNames.Xml or FeedNames.Xmlns)))
            {
                output.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
            }

            if (node.Children.Count == 0 && node.Name is "br" or "hr" or "img" or "input")
            {
                output.Append(" />");
                continue;
            }

            output.Append('>');
            Write(node.Children, output, escape);
            output.Append("</").Append(node.Name).Append('>');
        }
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
