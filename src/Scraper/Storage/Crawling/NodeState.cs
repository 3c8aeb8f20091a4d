namespace Scraper.Storage;

/// <summary>A daemon that shares the store's sites with others.</summary>
public sealed record NodeState
{
    /// <summary>Its number: unique to this start of the process.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>When it started, by the store's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was last heard of, by the store's clock.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>How far its machine's clock is ahead of the store's; nothing depends on it.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>Digest of the sites and schedules that it knows: nodes with equal ones know the same.</summary>
    public required string Sites { get; init; }

    /// <summary>Writes and visits of its own that were refused because their turn was over.</summary>
    public long Refusals { get; init; }

    /// <summary>The last of them, for people.</summary>
    public string? LastRefusal { get; init; }

    /// <summary>Whether it was heard of within <see cref="SiteTurn.Lease"/>. Set by the store.</summary>
    public bool IsAlive { get; init; }

    /// <summary>Names of the sites that it is visiting. Set by the store.</summary>
    public IReadOnlyList<string> Visiting { get; init; } = [];
}
