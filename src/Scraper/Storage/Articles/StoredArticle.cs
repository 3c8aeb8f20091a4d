using Scraper.Core.Articles;

namespace Scraper.Storage;

/// <summary>An article with the facts of its storage.</summary>
public sealed record StoredArticle
{
    /// <summary>Its number; never used again.</summary>
    public required long Id { get; init; }

    /// <summary>The article. Its blocks carry no elements.</summary>
    public required Article Article { get; init; }

    /// <summary>When it was first stored.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When its present text was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>When it was last looked at.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>How many texts the publisher has given it, from 1.</summary>
    public required int PublisherRevision { get; init; }

    /// <summary>How many readings the publisher's present text has had, from 1.</summary>
    public required int ExtractorRevision { get; init; }

    /// <summary>Its last number in the change sequence.</summary>
    public required long ChangeSeq { get; init; }

    /// <summary>Version of the rules and model that read it.</summary>
    public required string Extractor { get; init; }

    /// <summary>Number of its story: articles that tell the same in the same words.</summary>
    public long? StoryId { get; init; }
}
