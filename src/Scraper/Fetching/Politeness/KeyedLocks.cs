namespace Scraper.Fetching.Politeness;

/// <summary>One lock a key, in order of arrival; keys nobody holds or waits for take no memory.</summary>
internal sealed class KeyedLocks
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>Waits until the key is free and takes it until the result is disposed.</summary>
    /// <returns><see langword="null"/> where it was not free in time.</returns>
    public async Task<IDisposable?> TakeAsync(string key, TimeSpan longest, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (entries)
        {
            if (!entries.TryGetValue(key, out entry!))
            {
                entries[key] = entry = new Entry(this, key);
            }

            entry.Users++;
        }

        var isTaken = false;
        try
        {
            isTaken = await entry.Turn.WaitAsync(longest, cancellationToken);
            return isTaken ? entry : null;
        }
        finally
        {
            if (!isTaken)
            {
                Leave(entry);
            }
        }
    }

    private void Leave(Entry entry)
    {
        lock (entries)
        {
            if (--entry.Users == 0)
            {
                entries.Remove(entry.Key);
            }
        }
    }

    private sealed class Entry(KeyedLocks owner, string key) : IDisposable
    {
        public string Key { get; } = key;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }

        public void Dispose()
        {
            Turn.Release();
            owner.Leave(this);
        }
    }
}
