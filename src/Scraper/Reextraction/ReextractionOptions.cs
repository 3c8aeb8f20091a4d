namespace Scraper.Reextraction;

/// <summary>What is read again, and what may come of it.</summary>
internal sealed record ReextractionOptions
{
    /// <summary>Name of the only site, or <see langword="null"/> for all.</summary>
    public string? Site { get; init; }

    /// <summary>Only pages fetched at this moment or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only the newest so many pages; <see langword="null"/> for all.</summary>
    public int? Newest { get; init; }

    /// <summary>Also pages that today's rules and model have read already.</summary>
    public bool All { get; init; }

    /// <summary>Whether a costly rule and a worse body are accepted.</summary>
    public bool Force { get; init; }

    /// <summary>Pages at hand at a time: more than are read at a time, for some wait for their commit.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount * 8;
}
