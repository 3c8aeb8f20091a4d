using System.Text;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Which articles share MinHash bands. Each article's bands fall on as many pages of the table <c>band</c>, so those of the
/// newest articles are held in memory, and go into the table thousands at a time and in its order. Nothing hangs on the
/// memory: the bands of every article stand in its fingerprint, and are read again from there.
/// <para>
/// The table is read ahead of the writer. What it was missing then is in memory, as long as that holds all that was written
/// since: so it keeps what it brought into the table last, too.
/// </para>
/// </summary>
internal sealed class SqliteBandIndex(SqliteSession session) : IBandIndex
{
    private const int MaxHeld = 4_096;
    private const int KeysAStatement = 16_384;
    private const string LastChange = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)";

    private BandMemory _held = new();
    private BandMemory _merged = new();
    private long _dataVersion = -1;
    private long? _through;
    private long _newest;
    private long _begun;
    private (long Held, long Merged) _since;

    /// <summary>A transaction begins: what another process wrote meanwhile is not in memory.</summary>
    public void Begin()
    {
        _begun = session.Scalar<long>(LastChange);
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
        _merged.Clear();
        _through = null;
    }

    public BandLook Look(IReadOnlyList<long> bands)
    {
        // The change first: what is committed between the two is then found twice rather than not at all.
        var change = session.Scalar<long>(LastChange);
        return new BandLook(change, Stored(session.NextId("article"), bands));
    }

    public IReadOnlyCollection<(long Band, long Article)> Near(long id, IReadOnlyList<long> bands, BandLook? ahead)
    {
        Read();
        List<long> keys = [.. ahead is not null && ahead.Change >= _since.Merged ? ahead.Keys : Stored(id, bands)];
        foreach (var band in bands)
        {
            _held.Find(band, keys);
            _merged.Find(band, keys);
        }

        return keys.Count == 0 ? [] : keys.Select(k => (BandKey.Band(k), BandKey.Article(k))).Where(near => near.Item2 != id).ToHashSet();
    }

    public void Add(long id, IEnumerable<long> bands)
    {
        Read();
        if (id <= _through)
        {
            // An old article, rewritten.
            bands = [.. bands];
            session.Execute("INSERT OR IGNORE INTO band (key) SELECT value FROM json_each($keys)", ("$keys", Json(bands.Select(b => BandKey.Of(id, b)))));
        }

        Hold(id, bands);
        if (_held.Articles >= MaxHeld)
        {
            Merge();
        }
    }

    public void Remove(long id, IReadOnlyList<long> bands)
    {
        session.Execute("DELETE FROM band WHERE key IN (SELECT value FROM json_each($keys))", ("$keys", Json(bands.Select(b => BandKey.Of(id, b)))));
        _held.Remove(id, bands);
        _merged.Remove(id, bands);
    }

    private static string Json(IEnumerable<long> values)
    {
        var json = new StringBuilder("[");
        foreach (var value in values)
        {
            json.Append(json.Length > 1 ? "," : string.Empty).Append(value);
        }

        return json.Append(']').ToString();
    }

    /// <summary>The keys of bands in the table, in the epoch of an article and the one before.</summary>
    private List<long> Stored(long id, IReadOnlyList<long> bands)
    {
        var epoch = BandKey.EpochOf(id);
        var firsts = bands.Select(b => BandKey.First(epoch, b)).Concat(epoch == 0 ? [] : bands.Select(b => BandKey.First(epoch - 1, b)));
        return session.Rows(
            "SELECT b.key FROM json_each($firsts) f CROSS JOIN band b ON b.key BETWEEN f.value AND f.value + $width",
            r => r.GetInt64(0), ("$firsts", Json(firsts)), ("$width", BandKey.ArticlesPerEpoch - 1));
    }

    private void Read()
    {
        if (_through is not null)
        {
            return;
        }

        _newest = session.Scalar<long>("SELECT through FROM band_state");
        _through = _newest;
        _since = (_begun, _begun);
        foreach (var (id, packed) in session.Rows(
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
        foreach (var some in _held.Sorted().Chunk(KeysAStatement))
        {
            session.Execute("INSERT OR IGNORE INTO band (key) SELECT value FROM json_each($keys)", ("$keys", Json(some)));
        }

        session.Execute("UPDATE band_state SET through = $newest", ("$newest", _newest));
        _through = _newest;
        (_held, _merged) = (_merged, _held);
        _held.Clear();
        _since = (session.Scalar<long>(LastChange), _since.Held);
    }
}
