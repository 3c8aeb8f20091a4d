namespace Scraper.Fetching;

/// <summary>
/// What fetching and discovery remember across restarts. Writes are durable when the task completes: a delay that is lost
/// is a request sent too early. Safe for concurrent use; calls for one host never overlap within a process.
/// </summary>
public interface IFetchStateStore
{
    /// <summary>Politeness state of a host, or <see langword="null"/> for one never asked.</summary>
    /// <param name="host">Key as in <see cref="HostState.Host"/>.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<HostState?> ReadHostAsync(string host, CancellationToken cancellationToken);

    /// <summary>Stores a host's state, replacing the earlier one.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    Task WriteHostAsync(HostState state, CancellationToken cancellationToken);

    /// <summary>Stores a host's state, unless somebody else has stored one since it was read.</summary>
    /// <param name="known">The state as it was read; <see langword="null"/> where there was none.</param>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    /// <returns>Whether it was stored.</returns>
    Task<bool> ClaimHostAsync(HostState? known, HostState state, CancellationToken cancellationToken);

    /// <summary>The cached robots.txt of an origin, or <see langword="null"/>.</summary>
    /// <param name="origin">Key as in <see cref="RobotsRecord.Origin"/>.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<RobotsRecord?> ReadRobotsAsync(string origin, CancellationToken cancellationToken);

    /// <summary>Stores a robots.txt, replacing the earlier one of its origin.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    Task WriteRobotsAsync(RobotsRecord record, CancellationToken cancellationToken);

    /// <summary>Validators of a feed, sitemap or front page whose links have all been dealt with, or <see langword="null"/>. Articles keep theirs with their body.</summary>
    /// <param name="url">Absolute URL as it was asked for; its fragment names who read it.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<Validators?> ReadValidatorsAsync(Uri url, CancellationToken cancellationToken);

    /// <summary>Stores the validators of a URL; <see cref="Validators.None"/> forgets them.</summary>
    /// <param name="url">Absolute URL as it was asked for; its fragment names who read it.</param>
    /// <param name="validators">The validators.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    Task WriteValidatorsAsync(Uri url, Validators validators, CancellationToken cancellationToken);
}
