namespace Scraper.Fetching;

/// <summary>How a fetch ended. Exactly one of the nested records; exceptions are for bugs and cancellation only.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>A whole page came.</summary>
    /// <param name="Page">It.</param>
    public sealed record Fetched(RawPage Page) : FetchResult;

    /// <summary>The body that the caller holds is still the current one (304 to a conditional request).</summary>
    /// <param name="FinalUrl">The URL that answered.</param>
    public sealed record NotModified(Uri FinalUrl) : FetchResult;

    /// <summary>The request was not sent, or not followed further, because it must not be.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Message">What exactly, for people.</param>
    /// <param name="RetryAt">When it may be tried again, where waiting helps.</param>
    public sealed record Blocked(BlockReason Reason, string Message, DateTimeOffset? RetryAt = null) : FetchResult
    {
        /// <summary>Whether the host was asked and would have had to be asked once more: for what a redirect led to, or by the browser.</summary>
        public bool IsHalfway { get; init; }
    }

    /// <summary>The request was sent and no whole, successful page came back.</summary>
    /// <param name="Kind">What went wrong.</param>
    /// <param name="Message">What exactly, for people; no secrets, no page text beyond a short quote.</param>
    /// <param name="Status">HTTP status where one was received.</param>
    /// <param name="RetryAt">When the host may be asked again.</param>
    /// <param name="Page">What came with a 4xx or 5xx where an article was asked for, cut at 256 KiB: it may say what is in the way.</param>
    public sealed record Failed(FailureKind Kind, string Message, int? Status = null, DateTimeOffset? RetryAt = null, RawPage? Page = null) : FetchResult;
}
