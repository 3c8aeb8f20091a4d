using Scraper.Fetching;

namespace Scraper.Discovery;

/// <summary>How reading one source went.</summary>
/// <param name="Url">The source.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Result">How its fetch ended; a page that came but could not be read has an <paramref name="Error"/> too.</param>
/// <param name="Found">Links it named, before the include and exclude patterns.</param>
/// <param name="Kept">Candidates kept of them, before duplicates among sources go.</param>
/// <param name="Error">What is wrong with it, for people; <see langword="null"/> where nothing is.</param>
/// <param name="IsIndex">Whether it names other sources (an index of sitemaps, a robots.txt, an explored home page), and so is read whole every time.</param>
/// <param name="Refused">Links that may not be fetched (scheme, address literal, malformed), at most 100.</param>
public sealed record SourceOutcome(
    Uri Url,
    SourceKind Kind,
    FetchResult Result,
    int Found,
    int Kept,
    string? Error,
    bool IsIndex,
    IReadOnlyList<string> Refused)
{
    /// <summary>What is wrong with a source that could be read in spite of it, for people; <see langword="null"/> where nothing is.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it was not asked because a page left over from an earlier visit had its host's turn; nothing is wrong with it then.</summary>
    public bool GaveWay { get; init; }

    /// <summary>Whether its host is to be left alone for now.</summary>
    public bool IsPutOff => Result is FetchResult.Blocked { Reason: BlockReason.NotYet };
}
