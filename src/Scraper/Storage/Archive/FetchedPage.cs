namespace Scraper.Storage;

/// <summary>A page as it was fetched: what the archive keeps.</summary>
public sealed record FetchedPage
{
    /// <summary>The absolute URL that was asked for.</summary>
    public required string Url { get; init; }

    /// <summary>The absolute URL that answered, after redirects.</summary>
    public required string FinalUrl { get; init; }

    /// <summary>HTTP status; 0 for a page that came from a file.</summary>
    public required int Status { get; init; }

    /// <summary>Response headers by name. Cookies are never kept.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, content coding undone.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The other pages that the article stands on, in the order they were read; they have no parts of their own.</summary>
    public IReadOnlyList<FetchedPage> Parts { get; init; } = [];

    /// <summary>When it had come.</summary>
    public required DateTimeOffset FetchedAt { get; init; }
}
