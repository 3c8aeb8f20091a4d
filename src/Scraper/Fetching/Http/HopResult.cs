namespace Scraper.Fetching.Http;

/// <summary>How one GET ended.</summary>
/// <param name="Outcome">The outcome, or <see langword="null"/> for a redirect.</param>
/// <param name="Location">The Location of a redirect as sent, or <see langword="null"/>.</param>
/// <param name="RetryAfter">What a Retry-After header asks for.</param>
internal sealed record HopResult(FetchResult? Outcome, string? Location = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The <c>Set-Cookie</c> headers of a redirect.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];
}
