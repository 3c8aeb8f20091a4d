namespace Scraper.Hosting;

/// <summary>How much happens at a time; the section <c>Concurrency</c>.</summary>
public sealed record ConcurrencyOptions
{
    /// <summary>Sites visited at a time, 1 to 1,000. Each costs a connection or two and little else.</summary>
    public int Sites { get; init; } = 16;

    /// <summary>Pages of one site asked for at a time, 1 to 64; pages of one host still follow one another.</summary>
    public int FetchesPerSite { get; init; } = 2;

    /// <summary>Pages cleaned at a time over all sites, 1 to 1,024; 0 for one a processor.</summary>
    public int Extractions { get; init; }
}
