using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>The table <c>band</c>; it is written under the change counter's lock, so nodes see each other's bands.</summary>
internal sealed class PostgresBandIndex(PostgresSession session) : IBandIndex
{
    public IReadOnlyCollection<(long Band, long Article)> Near(long id, IReadOnlyList<long> bands)
    {
        var epoch = BandKey.EpochOf(id);
        long[] firsts = [.. bands.Select(b => BandKey.First(epoch, b)), .. epoch == 0 ? [] : bands.Select(b => BandKey.First(epoch - 1, b))];
        return session.Rows(
            "SELECT b.key FROM unnest($firsts) f (value) JOIN band b ON b.key BETWEEN f.value AND f.value + $width",
            r => r.GetInt64(0), ("$firsts", firsts), ("$width", BandKey.ArticlesPerEpoch - 1L)).ConvertAll(k => (BandKey.Band(k), BandKey.Article(k)));
    }

    public void Add(long id, IEnumerable<long> bands) =>
        session.Send("INSERT INTO band (key) SELECT unnest($keys) ON CONFLICT DO NOTHING", ("$keys", Keys(id, bands)));

    public void Remove(long id, IReadOnlyList<long> bands) => session.Send("DELETE FROM band WHERE key = ANY ($keys)", ("$keys", Keys(id, bands)));

    private static long[] Keys(long id, IEnumerable<long> bands) => [.. bands.Select(b => BandKey.Of(id, b))];
}
