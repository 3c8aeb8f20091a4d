using Scraper.Core.Articles;

namespace Scraper.Storage;

/// <summary>A fetch that stored no article.</summary>
public sealed record UrlVisit
{
    /// <summary>The absolute URL that was asked for.</summary>
    public required string Url { get; init; }

    /// <summary>Name of the site.</summary>
    public required string Site { get; init; }

    /// <summary>How it ended. <see cref="UrlStatus.Failed"/> and <see cref="UrlStatus.Refused"/> count an attempt; <see cref="UrlStatus.Stored"/> is a page that has not changed (304): all other facts stay.</summary>
    public required UrlStatus Status { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When to fetch it again; <see langword="null"/> for never.</summary>
    public DateTimeOffset? NextVisitAt { get; init; }

    /// <summary>For people: what went wrong or what it was.</summary>
    public string? Detail { get; init; }

    /// <summary>What the site's rule did on a page that was read and gave no article.</summary>
    public ArticleRule? Rule { get; init; }

    /// <summary>The page, where one came and is worth keeping for a better rule.</summary>
    public FetchedPage? Page { get; init; }
}
