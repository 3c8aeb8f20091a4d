using System.Text;
using Scraper.Core;
using Scraper.Discovery.Feeds;

namespace Scraper.Discovery.Sitemaps;

/// <summary>
/// Gathers the entries of a sitemap from its tags, as they come. What an entry says of its pictures, films and translations is
/// theirs: its own address stands right in it, under the prefix that it has itself.
/// </summary>
internal sealed class SitemapEntries
{
    /// <summary>Characters of a text that are kept; no address that may be fetched is longer.</summary>
    public const int MaxTextLength = 10_000;

    private const int MaxLinks = 50_000;

    // Of an index only the newest are kept, however many it names.
    private const int MaxSitemaps = 1_000;
    private const int MaxDepth = 50;

    private readonly List<(string Location, string? Title, DateTimeOffset? At)> links = [];
    private readonly PriorityQueue<string, (DateTimeOffset At, int Index)> sitemaps = new();
    private readonly List<string> open = [];
    private readonly StringBuilder text = new();
    private int sitemapsNamed;
    private int tooDeep;
    private string? entry;
    private string? location;
    private string? title;
    private DateTimeOffset? modified;
    private DateTimeOffset? published;

    /// <summary>Local name of the root element, in lower case.</summary>
    public string? Root { get; private set; }

    /// <summary>Whether no more is taken: there are as many links as a sitemap may have, or it is something else.</summary>
    public bool IsDone => links.Count == MaxLinks || Root is not (null or "urlset" or "sitemapindex");

    /// <summary>What is wrong with its elements.</summary>
    public string? Problem { get; private set; }

    /// <summary>An element begins.</summary>
    /// <param name="name">Its name, with the prefix.</param>
    public void Open(string name)
    {
        name = name.ToLowerInvariant();
        Root ??= Local(name);
        if (tooDeep == 0 && open.Count > 1 && Local(open[^1]) is "loc" or "lastmod")
        {
            // It holds no elements, so its end is what is missing.
            Problem ??= $"not well-formed: <{open[^1]}> has no end";
            CloseFrom(open.Count - 1);
        }

        text.Clear();
        if (Local(name) is "url" or "sitemap" && open.Count > 0 && (open.Count == 1 || Prefix(name) == Prefix(open[0])))
        {
            // The one before may lack its end.
            CloseFrom(1);
            entry = name;
        }

        if (open.Count < MaxDepth)
        {
            open.Add(name);
        }
        else
        {
            tooDeep++;
        }
    }

    /// <summary>A text, or a part of one.</summary>
    public void Text(string value) => text.Append(value, 0, Math.Min(value.Length, MaxTextLength - Math.Min(text.Length, MaxTextLength)));

    /// <summary>An element ends; where it is not the innermost, all in it does.</summary>
    /// <param name="name">Its name, with the prefix.</param>
    public void Close(string name)
    {
        name = name.ToLowerInvariant();
        if (tooDeep > 0)
        {
            tooDeep--;
        }
        else if (open.LastIndexOf(name) is >= 0 and var from)
        {
            CloseFrom(from);
        }
        else
        {
            Problem ??= $"not well-formed: </{name}> ends nothing";
        }

        text.Clear();
    }

    /// <summary>The document ends.</summary>
    public void Finish()
    {
        if (open.Count > 0 && !IsDone)
        {
            Problem ??= $"not well-formed: <{open[^1]}> has no end";
        }

        // What was cut in the middle is not taken for a whole address.
        text.Clear();
        CloseFrom(0);
    }

    public IReadOnlyList<FoundLink> Links(Uri page) =>
        [.. links.Select(link => new FoundLink(FeedUrl.Absolute(page, link.Location), link.Title, link.At))];

    /// <summary>Sitemaps of an index, the most recently changed first; without dates the last named first, as indexes grow at the end.</summary>
    public IReadOnlyList<Uri> Sitemaps(Uri page) =>
        [.. sitemaps.UnorderedItems.OrderByDescending(one => one.Priority).Select(one => UrlText.TryJoin(page, one.Element, out var url) ? url : null).OfType<Uri>()];

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Prefix(string name) => name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)];

    private void CloseFrom(int from)
    {
        if (from >= open.Count)
        {
            return;
        }

        if (from < open.Count - 1)
        {
            Problem ??= $"not well-formed: <{open[^1]}> has no end";
        }

        Take(open[^1], open.Count > 1 ? open[^2] : string.Empty);
        var isEntry = entry is not null && open.LastIndexOf(entry) >= from;
        open.RemoveRange(from, open.Count - from);
        tooDeep = 0;
        if (isEntry)
        {
            Keep();
        }
    }

    private void Take(string name, string parent)
    {
        var value = text.ToString().Trim();
        if (value.Length == 0)
        {
            return;
        }

        var isOwn = parent == entry && Prefix(name) == Prefix(parent);
        var isNews = Local(parent) == "news" || parent == entry;
        switch (Local(name))
        {
            case "loc" when isOwn:
                location ??= value;
                break;
            case "lastmod" when isOwn:
                modified = FeedDate.Read(value).Value;
                break;
            case "publication_date" when isNews:
                published = FeedDate.Read(value).Value;
                break;
            case "title" when isNews:
                title ??= value;
                break;
        }
    }

    private void Keep()
    {
        if (location is not null && Local(entry!) == "url" && !IsDone)
        {
            links.Add((location, title, published ?? modified));
        }
        else if (location is not null && Local(entry!) == "sitemap")
        {
            sitemaps.Enqueue(location, (modified ?? DateTimeOffset.MinValue, sitemapsNamed++));
            if (sitemaps.Count > MaxSitemaps)
            {
                sitemaps.Dequeue();
            }
        }

        (entry, location, title, modified, published) = (null, null, null, null, null);
    }
}
