using Scraper.Core.Labelling;

namespace Scraper.Storage;

/// <summary>Which articles.</summary>
public sealed record ArticleFilter
{
    /// <summary>All of them.</summary>
    public static ArticleFilter All { get; } = new();

    /// <summary>Name of the site, or <see langword="null"/> for all.</summary>
    public string? Site { get; init; }

    /// <summary>Published (or, where the page gives no date, first seen) at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Published (or first seen) before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only articles with a higher change number.</summary>
    public long AfterChange { get; init; }

    /// <summary>Only articles with at least one block of this label.</summary>
    public Label? Label { get; init; }

    /// <summary>Only articles that <see cref="IArticleStore.ListAsync"/> gives after this one: the next page of a list.</summary>
    public ArticleCursor? Before { get; init; }

    /// <summary>At most so many; <see langword="null"/> for no limit.</summary>
    public int? Limit { get; init; }
}
