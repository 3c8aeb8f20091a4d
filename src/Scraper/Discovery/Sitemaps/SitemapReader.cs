using System.IO.Compression;
using System.Xml;
using Scraper.Discovery.Feeds;
using Scraper.Fetching;

namespace Scraper.Discovery.Sitemaps;

/// <summary>
/// Reads a sitemap, an index of sitemaps, a list of URLs as plain text, or a feed that serves as one (sitemaps.org protocol
/// 0.9, with Google's news extension); gzip by its first bytes.
/// </summary>
internal static class SitemapReader
{
    private const int MaxLinks = 50_000;
    private const int MaxSitemaps = 1_000;

    // The protocol's own bound for a sitemap is 50 MB uncompressed.
    private const long MaxCharacters = 52_428_800;

    /// <summary>Reads a page.</summary>
    public static SourceReading Read(RawPage page)
    {
        var body = page.Body;
        using Stream stream = body.Span is [0x1F, 0x8B, ..]
            ? new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress)
            : new MemoryStream(body.ToArray());
        if (body.Span is not [0x1F, 0x8B, ..] && IsPlainText(body.Span))
        {
            return PlainText(stream, page.FinalUrl);
        }

        var entries = new SitemapEntries();
        string? error = null;
        try
        {
            Read(stream, entries);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException)
        {
            error = "read as far as it is well-formed: " + e.Message;
        }

        if (entries.Root is not ("urlset" or "sitemapindex") && FeedReader.Read(page) is { } feed)
        {
            return FeedLinks.Of(feed);
        }

        return entries.Root is "urlset" or "sitemapindex"
            ? new SourceReading(entries.Links(page.FinalUrl), entries.Sitemaps(page.FinalUrl), error ?? entries.Note)
            : new SourceReading([], [], error ?? $"its root element is '{entries.Root}', not urlset or sitemapindex");
    }

    private static void Read(Stream stream, SitemapEntries entries)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
        };
        using var reader = XmlReader.Create(stream, settings);
        while (reader.Read() && entries.Count < MaxLinks && entries.SitemapCount < MaxSitemaps)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    entries.Open(reader.LocalName, reader.IsEmptyElement);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    entries.Text(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    entries.Close(reader.LocalName);
                    break;
            }
        }
    }

    private static bool IsPlainText(ReadOnlySpan<byte> body) => body.TrimStart("\uFEFF \t\r\n"u8) is [not (byte)'<', ..];

    private static SourceReading PlainText(Stream stream, Uri page)
    {
        using var reader = new StreamReader(stream);
        var links = new List<FoundLink>();
        while (links.Count < MaxLinks && reader.ReadLine() is { } line)
        {
            if (line.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                links.Add(new FoundLink(FeedUrl.Absolute(page, line), null, null));
            }
        }

        return new SourceReading(links, [], links.Count == 0 ? "neither XML nor a list of URLs" : null);
    }
}
