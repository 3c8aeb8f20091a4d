using System.Security.Cryptography;

namespace Scraper.Web.Bench;

/// <summary>Keeps the latest drafts in memory, so that a page can be looked at by them. They end with the process.</summary>
internal sealed class RuleDrafts
{
    /// <summary>UTF-16 code units of a draft.</summary>
    public const int Longest = 100_000;

    private const int Most = 32;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, RuleDraft Draft)> _drafts = new();

    /// <summary>Keeps a draft; the oldest of too many goes.</summary>
    /// <returns>The key to find it by.</returns>
    public string Keep(RuleDraft draft)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        lock (_lock)
        {
            _drafts.AddFirst((key, draft));
            if (_drafts.Count > Most)
            {
                _drafts.RemoveLast();
            }
        }

        return key;
    }

    /// <summary>The draft of a key; <see langword="null"/> where it is gone or never was.</summary>
    public RuleDraft? Find(string? key)
    {
        lock (_lock)
        {
            return _drafts.FirstOrDefault(d => d.Key == key).Draft;
        }
    }
}
