using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Scraper.Storage.Sql;

/// <summary>
/// Finds the base of a site's pages. Those used last stay in memory: a base serves hundreds of pages, and reading it means
/// unpacking and hashing it.
/// </summary>
internal sealed class PageBases
{
    /// <summary>Differences from one base; the next page is kept whole, so that one damaged value does not cost a whole site.</summary>
    private const int MaxNear = 256;

    private const int MaxKept = 64;
    private const int MaxKeptBytes = 16 * 1024 * 1024;

    private readonly ConcurrentQueue<PageBase> _kept = new();

    /// <summary>The base of a site's newest page, or that page; none where the site has no page, or its base has served long enough.</summary>
    public PageBase? Find(SqlSession session, string site)
    {
        var rows = session.Rows(
            """
            SELECT w.id, w.hash, (SELECT COUNT(*) FROM blob n WHERE n.base_id = w.id)
            FROM (
                SELECT COALESCE(b.base_id, b.id) AS id FROM page p JOIN blob b ON b.id = p.blob_id
                WHERE p.site_id = (SELECT id FROM site WHERE name = $site) AND p.blob_id IS NOT NULL ORDER BY p.id DESC LIMIT 1
            ) newest JOIN blob w ON w.id = newest.id
            """,
            r => (Id: r.GetInt64(0), Hash: r.GetFieldValue<byte[]>(1), Near: r.GetInt64(2)),
            ("$site", site));
        return rows is not [var whole] || whole.Near >= MaxNear ? null : Kept(whole.Hash) ?? Keep(Read(session, whole.Id, whole.Hash));
    }

    private PageBase? Kept(byte[] hash) => _kept.FirstOrDefault(known => known.Hash.AsSpan().SequenceEqual(hash));

    private PageBase? Keep(PageBase? found)
    {
        if (found is not null && found.Body.Length <= MaxKeptBytes)
        {
            _kept.Enqueue(found);
            while (_kept.Count > MaxKept || _kept.Sum(known => (long)known.Body.Length) > MaxKeptBytes)
            {
                _kept.TryDequeue(out _);
            }
        }

        return found;
    }

    /// <summary>A damaged body is no base; that it is damaged, 'db check' says, and whoever reads it.</summary>
    private static PageBase? Read(SqlSession session, long id, byte[] hash)
    {
        try
        {
            var body = PageRows.Body(session, id);
            return SHA256.HashData(body).AsSpan().SequenceEqual(hash) ? new PageBase(hash, body) : null;
        }
        catch (Exception error) when (Damage.Is(error))
        {
            return null;
        }
    }
}
