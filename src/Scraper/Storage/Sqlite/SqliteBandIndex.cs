using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Which articles share MinHash bands. Each article's bands fall on as many pages of the table <c>band</c>, so those of the
/// newest articles are held in memory, and go into the table thousands at a time and in its order; and the table is only
/// looked into where a filter does not know better. Nothing hangs on the memory: the bands of every article stand in its
/// fingerprint, and are read again from there.
/// </summary>
internal sealed class SqliteBandIndex : IBandIndex
{
    private const int MaxHeld = 4_096;
    private const int KeysAStatement = 16_384;

    private readonly SqliteSession _session;
    private readonly BandMemory _held = new();
    private readonly BandFilters _filters;
    private long _dataVersion = -1;
    private long _newest;
    private long? _through;

    public SqliteBandIndex(SqliteSession session)
    {
        _session = session;
        _filters = new BandFilters(session);
    }

    /// <summary>A transaction begins: what another process wrote meanwhile is not in memory.</summary>
    public void Begin()
    {
        var version = _session.Scalar<long>("PRAGMA data_version");
        if (version != _dataVersion)
        {
            Forget();
            _filters.Forget();
            _dataVersion = version;
        }
    }

    /// <summary>A transaction was rolled back.</summary>
    public void Forget()
    {
        _held.Clear();
        _through = null;
    }

    public IReadOnlyCollection<(long Band, long Article)> Near(long id, IReadOnlyList<long> bands)
    {
        Read();
        var keys = Stored(id, bands);
        foreach (var band in bands)
        {
            _held.Find(band, keys);
        }

        return keys.ConvertAll(k => (BandKey.Band(k), BandKey.Article(k)));
    }

    public void Add(long id, IEnumerable<long> bands)
    {
        Read();
        if (id > _through)
        {
            Hold(id, bands);
            if (_held.Articles >= MaxHeld)
            {
                Merge();
            }
        }
        else
        {
            // An old article, rewritten.
            Store([.. bands.Select(b => BandKey.Of(id, b))]);
        }
    }

    public void Remove(long id, IReadOnlyList<long> bands)
    {
        _session.Execute("DELETE FROM band WHERE key IN (SELECT value FROM json_each($keys))", ("$keys", JsonNumbers.Of(bands.Select(b => BandKey.Of(id, b)))));
        _held.Remove(id, bands);
    }

    /// <summary>The keys of bands in the table, in the epoch of an article and the one before.</summary>
    private List<long> Stored(long id, IReadOnlyList<long> bands)
    {
        var epoch = BandKey.EpochOf(id);
        _filters.Begin(epoch);
        var firsts = new List<long>();
        for (var past = Math.Max(0, epoch - 1); past <= epoch; past++)
        {
            firsts.AddRange(bands.Where(band => _filters.MayHold(past, BandKey.First(0, band))).Select(band => BandKey.First(past, band)));
        }

        return firsts.Count == 0 ? [] : _session.Rows(
            "SELECT b.key FROM json_each($firsts) f CROSS JOIN band b ON b.key BETWEEN f.value AND f.value + $width",
            r => r.GetInt64(0), ("$firsts", JsonNumbers.Of(firsts)), ("$width", BandKey.ArticlesPerEpoch - 1));
    }

    private void Read()
    {
        if (_through is not null)
        {
            return;
        }

        _newest = _session.Scalar<long>("SELECT through FROM band_state");
        _through = _newest;
        foreach (var (id, packed) in _session.Rows(
            "SELECT article_id, bands FROM fingerprint WHERE article_id > $through ORDER BY article_id",
            r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)), ("$through", _through)))
        {
            Hold(id, PackedBands.Read(packed));
        }
    }

    private void Hold(long id, IEnumerable<long> bands)
    {
        _held.Add(id, bands);
        _newest = Math.Max(_newest, id);
    }

    /// <summary>Brings what is held into the table, in its order.</summary>
    private void Merge()
    {
        Store(_held.Sorted());
        _session.Execute("UPDATE band_state SET through = $newest", ("$newest", _newest));
        _through = _newest;
        _held.Clear();
    }

    private void Store(long[] keys)
    {
        foreach (var some in keys.Chunk(KeysAStatement))
        {
            _session.Execute("INSERT OR IGNORE INTO band (key) SELECT value FROM json_each($keys)", ("$keys", JsonNumbers.Of(some)));
        }

        foreach (var key in keys)
        {
            _filters.Add(BandKey.EpochOf(BandKey.Article(key)), BandKey.WithoutEpoch(BandKey.Band(key)));
        }
    }
}
