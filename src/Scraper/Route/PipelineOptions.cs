namespace Scraper.Route;

/// <summary>How much a pipeline does at a time and how long it may take.</summary>
public sealed record PipelineOptions
{
    /// <summary>Product token: what a page that was fetched before asks of it counts like what it asks of all.</summary>
    public string Agent { get; init; } = "Scraper";

    /// <summary>Pages of one site asked for at a time.</summary>
    public int FetchesPerSite { get; init; } = 2;

    /// <summary>Pages cleaned at a time, over all sites.</summary>
    public int Extractions { get; init; } = Environment.ProcessorCount;

    /// <summary>Fetched pages of one visit that may wait to be cleaned.</summary>
    public int Backlog { get; init; } = 4;

    /// <summary>Pages of one visit that are being cleaned or stored.</summary>
    public int PagesInHandPerSite { get; init; } = 8;

    /// <summary>The same over all visits: a page that is read takes ten times its bytes, and memory is bounded by this.</summary>
    public int PagesInHand { get; init; } = 32;

    /// <summary>Pages of one visit, at most; what is left over is due at the next.</summary>
    public int PagesPerVisit { get; init; } = 10_000;

    /// <summary>Longest time for cleaning one page.</summary>
    public TimeSpan ExtractionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After a cancellation, how long pages that have already been fetched may take to reach the store.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(4);
}
