namespace Scraper.Storage;

/// <summary>Which pages of the archive.</summary>
public sealed record PageFilter
{
    /// <summary>Name of the site, or <see langword="null"/> for all.</summary>
    public string? Site { get; init; }

    /// <summary>Fetched at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only pages with a higher number: where an interrupted reader resumes.</summary>
    public long AfterId { get; init; }

    /// <summary>Only the page that each article's present text comes from.</summary>
    public bool CurrentOnly { get; init; }

    /// <summary>
    /// What is worth reading again: the page that each article's present text comes from, and the last page fetched of each URL
    /// that has given no article yet.
    /// </summary>
    public bool Rereadable { get; init; }

    /// <summary>In the order in which they were fetched, those that are there when the reading begins; otherwise in that in which they were stored.</summary>
    public bool ByTime { get; init; }

    /// <summary>Only the so many that were fetched last of all that the rest of the filter lets through, <see cref="ByTime"/>; <see langword="null"/> for all.</summary>
    public int? Newest { get; init; }
}
