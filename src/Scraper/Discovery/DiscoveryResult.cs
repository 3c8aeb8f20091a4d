namespace Scraper.Discovery;

/// <summary>What a site offers now.</summary>
/// <param name="Candidates">Each article once, in the order found: feeds, then sitemaps, then front pages.</param>
/// <param name="Sources">How each source went.</param>
public sealed record DiscoveryResult(IReadOnlyList<Candidate> Candidates, IReadOnlyList<SourceOutcome> Sources)
{
    /// <summary>What its sources were read by: the site and what its rule says of discovery.</summary>
    internal string Reader { get; init; } = string.Empty;
}
