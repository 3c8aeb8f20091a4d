using Scraper.Route;

namespace Scraper.Warc;

/// <summary>Adds up what comes of each record. Bounded. Safe for concurrent use.</summary>
internal sealed class WarcImportReport
{
    /// <summary>Broken records of which offset and reason are kept; the others are counted.</summary>
    public const int MostNamed = 1000;

    private const int MostKinds = 100;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly SortedDictionary<PageOutcomeKind, int> _outcomes = [];
    private readonly List<WarcEntry.Broken> _broken = [];
    private readonly List<long> _badDigests = [];

    /// <summary>Records so far, broken ones included.</summary>
    public int Records { get; private set; }

    /// <summary>Bytes of the file so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Records that could not be read.</summary>
    public int Broken { get; private set; }

    /// <summary>Records whose payload is not what its digest says; their pages were imported.</summary>
    public int BadDigests { get; private set; }

    /// <summary>Records by type.</summary>
    public IReadOnlyDictionary<string, int> Types => Copy(_types);

    /// <summary>Responses that were left out, by reason.</summary>
    public IReadOnlyDictionary<string, int> Skipped => Copy(_skipped);

    /// <summary>Pages by what became of them.</summary>
    public IReadOnlyDictionary<PageOutcomeKind, int> Outcomes => Copy(_outcomes);

    /// <summary>The first broken records.</summary>
    public IReadOnlyList<WarcEntry.Broken> BrokenRecords
    {
        get
        {
            lock (_lock)
            {
                return [.. _broken];
            }
        }
    }

    /// <summary>Offsets of the first records with a bad payload digest.</summary>
    public IReadOnlyList<long> BadDigestOffsets
    {
        get
        {
            lock (_lock)
            {
                return [.. _badDigests];
            }
        }
    }

    public void AddRecord(WarcEntry entry, long position)
    {
        lock (_lock)
        {
            (Records, Bytes) = (Records + 1, position);
            if (entry is WarcEntry.Record record)
            {
                Count(_types, record.Fields.Type is { Length: > 0 and <= 40 } type ? type : "unnamed");
            }
        }

        if (entry is WarcEntry.Broken broken)
        {
            AddBroken(broken.Offset, broken.Reason);
        }
    }

    public void AddBroken(long offset, string reason)
    {
        lock (_lock)
        {
            Broken++;
            if (_broken.Count < MostNamed)
            {
                _broken.Add(new WarcEntry.Broken(offset, reason));
            }
        }
    }

    public void AddBadDigest(long offset)
    {
        lock (_lock)
        {
            BadDigests++;
            if (_badDigests.Count < MostNamed)
            {
                _badDigests.Add(offset);
            }
        }
    }

    public void AddSkipped(string reason)
    {
        lock (_lock)
        {
            Count(_skipped, reason);
        }
    }

    public void AddOutcome(PageOutcome outcome)
    {
        lock (_lock)
        {
            _outcomes[outcome.Kind] = _outcomes.GetValueOrDefault(outcome.Kind) + 1;
        }
    }

    private static void Count(SortedDictionary<string, int> counts, string key)
    {
        key = counts.Count < MostKinds || counts.ContainsKey(key) ? key : "other";
        counts[key] = counts.GetValueOrDefault(key) + 1;
    }

    private SortedDictionary<TKey, int> Copy<TKey>(SortedDictionary<TKey, int> counts)
        where TKey : notnull
    {
        lock (_lock)
        {
            return new(counts, counts.Comparer);
        }
    }
}
