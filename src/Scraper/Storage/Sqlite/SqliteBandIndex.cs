using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Which articles share MinHash bands. Each article's bands fall on as many pages of the table <c>band</c>, so those of the
/// newest articles are held in memory, and go into the table thousands at a time and in its order. Nothing hangs on the
/// memory: the bands of every article stand in its fingerprint, and are read again from there.
/// </summary>
internal sealed class SqliteBandIndex(SqliteSession session) : IBandIndex
{
    private const int MaxHeld = 4_096;
    private const int KeysAStatement = 16_384;

    private readonly Dictionary<long, List<long>> _held = [];
    private int _articles;
    private long _dataVersion = -1;
    private long? _through;

    /// <summary>A transaction begins: what another process wrote meanwhile is not in memory.</summary>
    public void Begin()
    {
        var version = session.Scalar<long>("PRAGMA data_version");
        if (version != _dataVersion)
        {
            Forget();
            _dataVersion = version;
        }
    }

    /// <summary>A transaction was rolled back.</summary>
    public void Forget()
    {
        _held.Clear();
        _articles = 0;
        _through = null;
    }

    public List<(long Band, long Article)> Near(long id, IReadOnlyList<long> bands)
    {
        Read();
        var epoch = BandKey.EpochOf(id);
        var firsts = bands.Select(b => BandKey.First(epoch, b)).Concat(epoch == 0 ? [] : bands.Select(b => BandKey.First(epoch - 1, b)));
        var near = session.Rows(
            "SELECT b.key FROM json_each($firsts) f CROSS JOIN band b ON b.key BETWEEN f.value AND f.value + $width",
            r => r.GetInt64(0), ("$firsts", Json(firsts)), ("$width", BandKey.ArticlesPerEpoch - 1)).ConvertAll(k => (BandKey.Band(k), BandKey.Article(k)));
        foreach (var band in bands)
        {
            if (_held.TryGetValue(BandKey.First(0, band), out var articles))
            {
                near.AddRange(articles.Select(a => (BandKey.Band(BandKey.Of(a, band)), a)));
            }
        }

        return near;
    }

    public void Add(long id, IEnumerable<long> bands)
    {
        Read();
        if (id <= _through)
        {
            // An old article, rewritten.
            session.Execute("INSERT OR IGNORE INTO band (key) SELECT value FROM json_each($keys)", ("$keys", Json(bands.Select(b => BandKey.Of(id, b)))));
            return;
        }

        Hold(id, bands);
        if (_articles >= MaxHeld)
        {
            Merge(id);
        }
    }

    public void Remove(long id, IReadOnlyList<long> bands)
    {
        session.Execute("DELETE FROM band WHERE key IN (SELECT value FROM json_each($keys))", ("$keys", Json(bands.Select(b => BandKey.Of(id, b)))));
        foreach (var band in bands)
        {
            if (_held.TryGetValue(BandKey.First(0, band), out var articles))
            {
                articles.Remove(id);
            }
        }
    }

    private static string Json(IEnumerable<long> values) => $"[{string.Join(',', values)}]";

    private void Hold(long id, IEnumerable<long> bands)
    {
        foreach (var band in bands)
        {
            var key = BandKey.First(0, band);
            if (!_held.TryGetValue(key, out var articles))
            {
                _held.Add(key, articles = new List<long>(1));
            }

            articles.Add(id);
        }

        _articles++;
    }

    private void Read()
    {
        if (_through is not null)
        {
            return;
        }

        _through = session.Scalar<long>("SELECT through FROM band_state");
        foreach (var (id, packed) in session.Rows(
            "SELECT article_id, bands FROM fingerprint WHERE article_id > $through ORDER BY article_id",
            r => (r.GetInt64(0), r.GetFieldValue<byte[]>(1)), ("$through", _through)))
        {
            Hold(id, PackedBands.Read(packed));
        }
    }

    /// <summary>Brings what is held into the table, in its order.</summary>
    private void Merge(long newest)
    {
        var keys = _held.SelectMany(h => h.Value.Select(id => BandKey.First(BandKey.EpochOf(id), 0) | h.Key | (id & (BandKey.ArticlesPerEpoch - 1)))).Order();
        foreach (var some in keys.Chunk(KeysAStatement))
        {
            session.Execute("INSERT OR IGNORE INTO band (key) SELECT value FROM json_each($keys)", ("$keys", Json(some)));
        }

        session.Execute("UPDATE band_state SET through = $newest", ("$newest", newest));
        _through = newest;
        _held.Clear();
        _articles = 0;
    }
}
