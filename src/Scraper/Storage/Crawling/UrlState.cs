using Scraper.Fetching;

namespace Scraper.Storage;

/// <summary>What is known of a URL.</summary>
public sealed record UrlState
{
    /// <summary>The absolute URL.</summary>
    public required string Url { get; init; }

    /// <summary>Name of the site that it was found for.</summary>
    public required string Site { get; init; }

    /// <summary>How far it has come.</summary>
    public required UrlStatus Status { get; init; }

    /// <summary>Fetches that failed, were refused or gave the text of another article, since the last that did not.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was first met.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>When it was last fetched, whatever came.</summary>
    public DateTimeOffset? VisitedAt { get; init; }

    /// <summary>When it is to be fetched again; <see langword="null"/> for never.</summary>
    public DateTimeOffset? NextVisitAt { get; init; }

    /// <summary>Validators of the body that was stored.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>The article that it leads to.</summary>
    public long? ArticleId { get; init; }

    /// <summary>When that article says it was published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>For people: what went wrong or what it was.</summary>
    public string? Detail { get; init; }
}
