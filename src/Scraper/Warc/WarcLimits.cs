namespace Scraper.Warc;

/// <summary>What a record may hold; more is reported, not read.</summary>
internal sealed record WarcLimits
{
    /// <summary>Bytes of a record's named fields together, and of an HTTP head.</summary>
    public int HeaderBytes { get; init; } = 64 * 1024;

    /// <summary>Bytes of a block that is read.</summary>
    public int BlockBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of a page's body, content coding undone.</summary>
    public int BodyBytes { get; init; } = 10 * 1024 * 1024;
}
