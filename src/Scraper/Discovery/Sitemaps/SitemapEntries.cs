using System.Text;
using Scraper.Discovery.Feeds;

namespace Scraper.Discovery.Sitemaps;

/// <summary>Gathers the entries of a sitemap from its tags, as they come.</summary>
internal sealed class SitemapEntries
{
    private const int MaxTextLength = 10_000;

    private readonly List<(string Location, string? Title, DateTimeOffset? At)> links = [];
    private readonly List<(string Location, DateTimeOffset? At)> sitemaps = [];
    private readonly StringBuilder text = new();
    private string? location;
    private string? title;
    private DateTimeOffset? modified;
    private DateTimeOffset? published;

    /// <summary>Name of the root element.</summary>
    public string? Root { get; private set; }

    public int Count => links.Count;

    public int SitemapCount => sitemaps.Count;

    public string? Note => Count == 0 && SitemapCount == 0 ? "it is empty" : null;

    public void Open(string name, bool isEmpty)
    {
        Root ??= name;
        text.Clear();
        if (name is "url" or "sitemap" && !isEmpty)
        {
            (location, title, modified, published) = (null, null, null, null);
        }
    }

    public void Text(string value) => text.Append(value, 0, Math.Min(value.Length, MaxTextLength - Math.Min(text.Length, MaxTextLength)));

    public void Close(string name)
    {
        var value = text.ToString().Trim();
        switch (name)
        {
            case "loc":
                // Picture and video extensions have their own loc elements, after the page's.
                location ??= value;
                break;
            case "lastmod":
                modified = FeedDate.Read(value).Value;
                break;
            case "publication_date":
                published = FeedDate.Read(value).Value;
                break;
            case "title":
                title ??= value.Length > 0 ? value : null;
                break;
            case "url" when location is not null:
                links.Add((location, title, published ?? modified));
                location = null;
                break;
            case "sitemap" when location is not null:
                sitemaps.Add((location, modified));
                location = null;
                break;
        }

        text.Clear();
    }

    public IReadOnlyList<FoundLink> Links(Uri page) =>
        [.. links.Select(link => new FoundLink(FeedUrl.Absolute(page, link.Location), link.Title, link.At))];

    /// <summary>Sitemaps of an index, the most recently changed first; without dates the last named first, as indexes grow at the end.</summary>
    public IReadOnlyList<Uri> Sitemaps(Uri page) =>
        [.. sitemaps.Select((sitemap, index) => (sitemap, index))
            .OrderByDescending(one => one.sitemap.At ?? DateTimeOffset.MinValue).ThenByDescending(one => one.index)
            .Select(one => Uri.TryCreate(page, one.sitemap.Location, out var url) ? url : null).OfType<Uri>()];
}
