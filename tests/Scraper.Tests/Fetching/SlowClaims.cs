using Scraper.Fetching;

namespace Scraper.Tests.Fetching;

/// <summary>A store whose first claim takes so long that it is worth nothing any more when it has been stored.</summary>
internal sealed class SlowClaims(TimeSpan time) : IFetchStateStore
{
    private readonly InMemoryFetchStateStore _store = new();

    /// <summary>Claims so far.</summary>
    public int Claims { get; private set; }

    public Task<HostState?> ReadHostAsync(string host, CancellationToken cancellationToken) => _store.ReadHostAsync(host, cancellationToken);

    public Task WriteHostAsync(HostState state, CancellationToken cancellationToken) => _store.WriteHostAsync(state, cancellationToken);

    public async Task<bool> ClaimHostAsync(HostState? known, HostState state, CancellationToken cancellationToken)
    {
        var isStored = await _store.ClaimHostAsync(known, state, cancellationToken);
        await Task.Delay(Claims++ == 0 ? time : TimeSpan.Zero, cancellationToken);
        return isStored;
    }

    public Task<RobotsRecord?> ReadRobotsAsync(string origin, CancellationToken cancellationToken) => _store.ReadRobotsAsync(origin, cancellationToken);

    public Task WriteRobotsAsync(RobotsRecord record, CancellationToken cancellationToken) => _store.WriteRobotsAsync(record, cancellationToken);

    public Task<Validators?> ReadValidatorsAsync(Uri url, CancellationToken cancellationToken) => _store.ReadValidatorsAsync(url, cancellationToken);

    public Task WriteValidatorsAsync(Uri url, Validators validators, CancellationToken cancellationToken) => _store.WriteValidatorsAsync(url, validators, cancellationToken);
}
