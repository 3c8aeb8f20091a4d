namespace Scraper.Fetching;

/// <summary>A whole response, as it came, with its content coding (gzip, br, deflate) undone.</summary>
public sealed record RawPage
{
    /// <summary>The URL that was asked for.</summary>
    public required Uri RequestedUrl { get; init; }

    /// <summary>The URL that answered, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>HTTP status: 200 to 299, and of a page that failed (<see cref="FetchResult.Failed"/>) 400 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>Response headers by name, case-insensitive; several values of one name are joined by <c>", "</c>.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The decoded body; never more than <see cref="FetchOptions.MaxBodyBytes"/>, or for a sitemap 50 MiB where that is more.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Media type in lower case without parameters, such as <c>text/html</c>; <see langword="null"/> where none was sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>charset</c> parameter of Content-Type as sent, unquoted; <see langword="null"/> where there is none.</summary>
    public string? Charset { get; init; }

    /// <summary>When the last byte had come.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Validators of exactly this body.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>What the page asks of those who keep it.</summary>
    public PageSignals Signals { get; init; } = PageSignals.None;
}
