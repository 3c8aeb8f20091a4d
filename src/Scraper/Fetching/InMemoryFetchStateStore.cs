using System.Collections.Concurrent;

namespace Scraper.Fetching;

/// <summary>A state store that forgets at the end of the process; for commands without a database, and tests.</summary>
public sealed class InMemoryFetchStateStore : IFetchStateStore
{
    private readonly ConcurrentDictionary<string, HostState> hosts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RobotsRecord> robots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Validators> validators = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<HostState?> ReadHostAsync(string host, CancellationToken cancellationToken) =>
        Task.FromResult(hosts.GetValueOrDefault(host));

    /// <inheritdoc/>
    public Task WriteHostAsync(HostState state, CancellationToken cancellationToken)
    {
        hosts[state.Host] = state;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> ClaimHostAsync(HostState? known, HostState state, CancellationToken cancellationToken) =>
        Task.FromResult(known is null ? hosts.TryAdd(state.Host, state) : hosts.TryUpdate(state.Host, state, known));

    /// <inheritdoc/>
    public Task<RobotsRecord?> ReadRobotsAsync(string origin, CancellationToken cancellationToken) =>
        Task.FromResult(robots.GetValueOrDefault(origin));

    /// <inheritdoc/>
    public Task WriteRobotsAsync(RobotsRecord record, CancellationToken cancellationToken)
    {
        robots[record.Origin] = record;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Validators?> ReadValidatorsAsync(Uri url, CancellationToken cancellationToken) =>
        Task.FromResult(validators.GetValueOrDefault(url.AbsoluteUri));

    /// <inheritdoc/>
    public Task WriteValidatorsAsync(Uri url, Validators validators, CancellationToken cancellationToken)
    {
        if (validators.IsEmpty)
        {
            this.validators.TryRemove(url.AbsoluteUri, out _);
        }
        else
        {
            this.validators[url.AbsoluteUri] = validators;
        }

        return Task.CompletedTask;
    }
}
