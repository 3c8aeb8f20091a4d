using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using Scraper.Storage;

namespace Scraper.Scheduling;

/// <summary>This daemon as one of those that share the store's sites.</summary>
/// <param name="name">Its name, for people; empty for the machine's.</param>
/// <param name="clock">The clock that all nodes go by.</param>
internal sealed class ThisNode(string name, TimeProvider clock)
{
    private readonly string _name = name.Length > 0 ? name : Environment.MachineName;
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly Lock _lock = new();
    private long _refusals;
    private string? _lastRefusal;

    /// <summary>Its number: its name with digits that no other start of the process has.</summary>
    public string Id { get; } = $"{(name.Length > 0 ? name : Environment.MachineName)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";

    /// <summary>Turns of visits that were broken off while the store could not be told.</summary>
    public ConcurrentQueue<SiteTurn> Abandoned { get; } = [];

    /// <summary>Counts a visit whose turn was over.</summary>
    public void NoteRefusal(string message)
    {
        lock (_lock)
        {
            _refusals++;
            _lastRefusal = message;
        }
    }

    /// <summary>What it tells the others.</summary>
    /// <param name="sites">Digest of the sites that it knows.</param>
    public NodeState State(string sites)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            return new NodeState
            {
                Id = Id,
                Name = _name,
                Version = typeof(ThisNode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
                StartedAt = _startedAt,
                SeenAt = now,
                ClockOffset = TimeProvider.System.GetUtcNow() - now,
                Sites = sites,
                Refusals = _refusals,
                LastRefusal = _lastRefusal,
            };
        }
    }
}
