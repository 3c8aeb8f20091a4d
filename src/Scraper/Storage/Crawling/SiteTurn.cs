namespace Scraper.Storage;

/// <summary>
/// The right to visit a site and to write what comes of it (a fencing token): each start of a visit takes the next number,
/// and the store refuses every write of a visit whose number is no longer the site's last.
/// </summary>
/// <param name="Site">Name of the site.</param>
/// <param name="Node">Number of the node that visits.</param>
/// <param name="Number">From 1, growing with every visit of the site.</param>
/// <param name="StartedAt">When the visit began.</param>
public sealed record SiteTurn(string Site, string Node, long Number, DateTimeOffset StartedAt)
{
    /// <summary>How long a turn is nobody else's to take after its node was last heard of.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
}
