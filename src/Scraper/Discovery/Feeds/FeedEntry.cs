namespace Scraper.Discovery.Feeds;

/// <summary>An entry of a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>Its id or guid.</summary>
    public string? Id { get; init; }

    /// <summary>Whether the guid is the entry's only link.</summary>
    public bool IdIsLink { get; init; }

    /// <summary>Title.</summary>
    public FeedText? Title { get; init; }

    /// <summary>The page it is about: the alternate link, or the guid where that is a permalink.</summary>
    public string? Link { get; init; }

    /// <summary>All links, enclosures among them.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>Summary or description.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>Full content, where the feed carries it.</summary>
    public IReadOnlyList<FeedText> Content { get; init; } = [];

    /// <summary>Author.</summary>
    public string? Author { get; init; }

    /// <summary>Rights statement.</summary>
    public FeedText? Rights { get; init; }

    /// <summary>Language tag given for the entry itself.</summary>
    public string? Language { get; init; }

    /// <summary>Categories and keywords.</summary>
    public IReadOnlyList<FeedTag> Tags { get; init; } = [];

    /// <summary>When it was published.</summary>
    public FeedDate? Published { get; init; }

    /// <summary>When it was changed.</summary>
    public FeedDate? Updated { get; init; }

    /// <summary>When it was created.</summary>
    public FeedDate? Created { get; init; }
}
