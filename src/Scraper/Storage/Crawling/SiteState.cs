namespace Scraper.Storage;

/// <summary>A site's last run and what is stored of it.</summary>
public sealed record SiteState
{
    /// <summary>Its name.</summary>
    public required string Site { get; init; }

    /// <summary>When its last run began; <see langword="null"/> for a site never run.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When its last whole run ended; earlier than <see cref="StartedAt"/> while one is under way or was cut off.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How the last whole run ended.</summary>
    public SiteRunOutcome? Outcome { get; init; }

    /// <summary>For people: what went wrong.</summary>
    public string? Detail { get; init; }

    /// <summary>How long after it was due its last run began; <see langword="null"/> for a site never run, or run before this was kept.</summary>
    public TimeSpan? Lag { get; init; }

    /// <summary>The node that visits it now; <see langword="null"/> where none does.</summary>
    public string? Holder { get; init; }

    /// <summary>Number of its last turn; 0 for a site never run.</summary>
    public long Turn { get; init; }

    /// <summary>When the next run is due; in the past for an overdue site; <see langword="null"/> for one that nobody visits: no rule with a schedule has its name.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>Runs that failed since the last that did not.</summary>
    public int Failures { get; init; }

    /// <summary>Since when it is paused: not visited until somebody says so; <see langword="null"/> where it is not.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Articles stored.</summary>
    public long Articles { get; init; }

    /// <summary>URLs at which a wall, a challenge, a shell of scripts or nothing came in the place of an article.</summary>
    public long Refused { get; init; }

    /// <summary>Those of <see cref="Refused"/> that are not asked for again.</summary>
    public long RefusedForGood { get; init; }

    /// <summary>When an article of it was last stored or changed.</summary>
    public DateTimeOffset? LastArticleAt { get; init; }
}
