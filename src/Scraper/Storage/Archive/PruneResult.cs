namespace Scraper.Storage;

/// <summary>What a pruning of the archive took away.</summary>
/// <param name="Pages">Pages whose bytes are gone.</param>
/// <param name="Bytes">Stored bytes that were freed.</param>
public sealed record PruneResult(long Pages, long Bytes)
{
    /// <summary>What both have taken away.</summary>
    public static PruneResult operator +(PruneResult left, PruneResult right) => new(left.Pages + right.Pages, left.Bytes + right.Bytes);
}
