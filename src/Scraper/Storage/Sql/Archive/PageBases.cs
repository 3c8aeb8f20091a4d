using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Scraper.Storage.Sql;

/// <summary>
/// Finds the base of a site's pages. Those read last stay in memory: a base serves hundreds of pages, and unpacking and
/// hashing it takes longer than packing one of them.
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
            SELECT w.hash, w.size, w.data, (SELECT COUNT(*) FROM blob n WHERE n.base_id = w.id)
            FROM (
                SELECT COALESCE(b.base_id, b.id) AS id FROM page p JOIN blob b ON b.id = p.blob_id
                WHERE p.site_id = (SELECT id FROM site WHERE name = $site) AND p.blob_id IS NOT NULL ORDER BY p.id DESC LIMIT 1
            ) newest JOIN blob w ON w.id = newest.id
            """,
            r => (Hash: r.GetFieldValue<byte[]>(0), Size: r.GetInt32(1), Data: r.GetFieldValue<byte[]>(2), Near: r.GetInt64(3)),
            ("$site", site));
        return rows is [var whole] && whole.Near < MaxNear ? Kept(whole.Hash, whole.Data) ?? Unpacked(whole.Hash, whole.Data, whole.Size) : null;
    }

    /// <summary>The one in memory, as long as what is stored is still what it was unpacked from.</summary>
    private PageBase? Kept(byte[] hash, byte[] data) =>
        _kept.FirstOrDefault(known => known.Hash.AsSpan().SequenceEqual(hash) && known.Packed.AsSpan().SequenceEqual(data));

    /// <summary>A damaged body is no base; that it is damaged, 'db check' says, and whoever reads it.</summary>
    private PageBase? Unpacked(byte[] hash, byte[] data, int size)
    {
        try
        {
            var body = PageCodec.Unpack(data, size);
            return SHA256.HashData(body).AsSpan().SequenceEqual(hash) ? Keep(new PageBase(hash, data, body)) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private PageBase Keep(PageBase found)
    {
        _kept.Enqueue(found);
        while (_kept.Count > MaxKept || _kept.Sum(known => (long)known.Packed.Length + known.Body.Length) > MaxKeptBytes)
        {
            _kept.TryDequeue(out _);
        }

        return found;
    }
}
