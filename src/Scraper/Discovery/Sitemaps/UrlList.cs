using System.Text;
using Scraper.Discovery.Feeds;

namespace Scraper.Discovery.Sitemaps;

/// <summary>Reads a sitemap that is a plain text with a URL a line.</summary>
internal static class UrlList
{
    private const int MaxLinks = 50_000;

    /// <summary>The URLs, in order; lines that are none are left.</summary>
    /// <param name="text">The list.</param>
    /// <param name="page">Its own URL.</param>
    public static IReadOnlyList<FoundLink> Read(SitemapText text, Uri page)
    {
        var links = new List<FoundLink>();
        var line = new StringBuilder();
        for (; links.Count < MaxLinks && text.Peek() >= 0; text.Next(), line.Clear())
        {
            text.GoTo("\r\n", line, SitemapEntries.MaxTextLength);
            var url = line.ToString().Trim();
            if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                links.Add(new FoundLink(FeedUrl.Absolute(page, url), null, null));
            }
        }

        return links;
    }
}
