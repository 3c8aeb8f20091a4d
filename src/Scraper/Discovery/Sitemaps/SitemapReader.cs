using Scraper.Discovery.Feeds;
using Scraper.Fetching;

namespace Scraper.Discovery.Sitemaps;

/// <summary>
/// Reads a sitemap, an index of sitemaps, a list of URLs as plain text, or a feed that serves as one (sitemaps.org protocol
/// 0.9, with Google's news extension); gzip by its first bytes. No input is an error; what is slightly wrong is read all the same.
/// </summary>
internal static class SitemapReader
{
    // A feed is read as a whole, so it may not be as long as a sitemap.
    private const int MaxFeedBytes = 10 * 1024 * 1024;

    /// <summary>Reads a page.</summary>
    public static SourceReading Read(RawPage page)
    {
        using var text = SitemapText.Open(page);
        while (text.Peek() is var next && (next is '\uFEFF' or '\0' || (next >= 0 && char.IsWhiteSpace((char)next))))
        {
            text.Next();
        }

        if (text.Peek() != '<')
        {
            return Reading(UrlList.Read(text, page.FinalUrl), [], text.Problem, "neither XML nor a list of URLs");
        }

        var entries = new SitemapEntries();
        new SitemapXml(text, entries).Read();
        entries.Finish();
        if (entries.Root is "urlset" or "sitemapindex")
        {
            return Reading(entries.Links(page.FinalUrl), entries.Sitemaps(page.FinalUrl), text.Problem ?? entries.Problem, "it is empty");
        }

        return Feed(page) is { } feed ? FeedLinks.Of(feed) : new SourceReading([], [], text.Problem ?? $"its root element is '{entries.Root}', not urlset or sitemapindex");
    }

    // Where something could be read in spite of what is wrong, that is a note.
    private static SourceReading Reading(IReadOnlyList<FoundLink> links, IReadOnlyList<Uri> sitemaps, string? problem, string ifEmpty) =>
        links.Count + sitemaps.Count > 0 ? new SourceReading(links, sitemaps, null, problem) : new SourceReading([], [], problem ?? ifEmpty);

    private static Feed? Feed(RawPage page)
    {
        if (!SitemapText.IsGzip(page.Body))
        {
            return page.Body.Length <= MaxFeedBytes ? FeedReader.Read(page) : null;
        }

        var body = new byte[MaxFeedBytes + 1];
        using var stream = SitemapText.Bytes(page.Body);
        try
        {
            var length = stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
            return length <= MaxFeedBytes ? FeedReader.Read(body.AsMemory(0, length), null, null, page.FinalUrl) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
