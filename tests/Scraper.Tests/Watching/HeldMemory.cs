using Scraper.Core.Drift;
using Scraper.Storage;

namespace Scraper.Tests.Watching;

/// <summary>A memory of sites whose next save lasts until it is let go.</summary>
internal sealed class HeldMemory(ISiteMemoryStore store) : ISiteMemoryStore
{
    private readonly TaskCompletionSource _saving = new();
    private readonly TaskCompletionSource _letGo = new();

    /// <summary>Ends when the save has begun.</summary>
    public Task Saving => _saving.Task;

    public void LetGo() => _letGo.SetResult();

    public async Task SaveAsync(string site, SiteMemory memory, SiteAlarm? alarm, CancellationToken cancellationToken)
    {
        _saving.TrySetResult();
        await _letGo.Task;
        await store.SaveAsync(site, memory, alarm, cancellationToken);
    }

    public Task<SiteMemory?> FindAsync(string site, CancellationToken cancellationToken) => store.FindAsync(site, cancellationToken);

    public Task<IReadOnlyList<SiteAlarm>> AlarmsAsync(bool openOnly, int limit, CancellationToken cancellationToken) => store.AlarmsAsync(openOnly, limit, cancellationToken);

    public Task<bool> AcknowledgeAsync(string site, int number, DateTimeOffset at, CancellationToken cancellationToken) => store.AcknowledgeAsync(site, number, at, cancellationToken);
}
