using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Spares most looks into the table <c>band</c>: nearly all bands of an article are its own, and each look falls on another
/// page. Made from the fingerprints, which takes a moment, so only for a process that writes many articles.
/// </summary>
internal sealed class BandFilters(SqliteSession session)
{
    /// <summary>Articles that are looked for without.</summary>
    private const int Patience = 1_000;

    private long _epoch;
    private BandFilter _now = new();
    private BandFilter _before = new();
    private int _looks;

    private bool IsReady => _looks > Patience;

    /// <summary>An article of an epoch is about to be looked for.</summary>
    public void Begin(long epoch)
    {
        if (IsReady && epoch > _epoch)
        {
            (_before, _now) = (epoch == _epoch + 1 ? _now : new BandFilter(), new BandFilter());
            _epoch = epoch;
        }

        if (++_looks == Patience + 1)
        {
            (_before, _now, _epoch) = (new BandFilter(), new BandFilter(), epoch);
            Read();
        }
    }

    /// <summary>Whether the table may hold a band in this epoch or the one before.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="band">The band's least key in the first epoch.</param>
    public bool MayHold(long epoch, long band) => !IsReady || Of(epoch) is not { } filter || filter.MayHold(band);

    /// <summary>The table gets a band.</summary>
    public void Add(long epoch, long band)
    {
        if (IsReady)
        {
            Of(epoch)?.Add(band);
        }
    }

    /// <summary>Somebody else wrote the table.</summary>
    public void Forget() => _looks = 0;

    private BandFilter? Of(long epoch) => epoch == _epoch ? _now : epoch == _epoch - 1 ? _before : null;

    private void Read() => session.Each(
        "SELECT article_id, bands FROM fingerprint WHERE article_id >= $first",
        row =>
        {
            var of = BandKey.EpochOf(row.GetInt64(0));
            foreach (var band in PackedBands.Read(row.GetFieldValue<byte[]>(1)))
            {
                Add(of, BandKey.First(0, band));
            }

            return true;
        },
        ("$first", Math.Max(0, _epoch - 1) * BandKey.ArticlesPerEpoch));
}
