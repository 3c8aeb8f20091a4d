namespace Scraper.Discovery.Feeds;

/// <summary>A feed of any format, as read.</summary>
internal sealed record Feed
{
    /// <summary>Format and version: <c>rss20</c>, <c>rss10</c>, <c>rss092</c>, <c>atom10</c>, <c>atom03</c>, <c>json1</c> …; empty where it cannot be told.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Name of the character encoding used, in lower case.</summary>
    public string Encoding { get; init; } = string.Empty;

    /// <summary>What is wrong with it: not well-formed, a wrong encoding, a wrong media type; <see langword="null"/> where nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>The feed's title.</summary>
    public FeedText? Title { get; init; }

    /// <summary>Its description or subtitle.</summary>
    public FeedText? Subtitle { get; init; }

    /// <summary>The page it belongs to.</summary>
    public string? Link { get; init; }

    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Author or editor.</summary>
    public string? Author { get; init; }

    /// <summary>Language tag.</summary>
    public string? Language { get; init; }

    /// <summary>When it says it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it says it was changed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Its entries in document order.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}
