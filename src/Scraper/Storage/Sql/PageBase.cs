using System.Security.Cryptography;

namespace Scraper.Storage.Sql;

/// <summary>A stored body that the next pages of its site may be kept as differences from. It is itself kept whole.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record PageBase(byte[] Hash, byte[] Body)
{
    /// <summary>Differences from one base; the next page is kept whole, so that one damaged value does not cost a whole site.</summary>
    private const int MaxNear = 256;

    /// <summary>The base of a site's newest page, or that page; none where the site has no page, or its base has served long enough.</summary>
    public static PageBase? Find(SqlSession session, string site)
    {
        var id = session.Scalar<long>(
            """
            SELECT COALESCE(b.base_id, b.id) FROM page p JOIN blob b ON b.id = p.blob_id
            WHERE p.site_id = (SELECT id FROM site WHERE name = $site) AND p.blob_id IS NOT NULL ORDER BY p.id DESC LIMIT 1
            """,
            ("$site", site));
        return id == 0 || session.Scalar<long>("SELECT COUNT(*) FROM blob WHERE base_id = $id", ("$id", id)) >= MaxNear ? null : Read(session, id);
    }

    /// <summary>Its number, or 0 where it has been pruned meanwhile.</summary>
    public long IdIn(SqlSession session) => session.Scalar<long>("SELECT id FROM blob WHERE hash = $hash AND base_id IS NULL", ("$hash", Hash));

    /// <summary>A damaged body is no base; that it is damaged, 'db check' says, and whoever reads it.</summary>
    private static PageBase? Read(SqlSession session, long id)
    {
        try
        {
            var (hash, body) = (session.Scalar<byte[]>("SELECT hash FROM blob WHERE id = $id", ("$id", id))!, PageRows.Body(session, id));
            return SHA256.HashData(body).AsSpan().SequenceEqual(hash) ? new PageBase(hash, body) : null;
        }
        catch (Exception error) when (Damage.Is(error))
        {
            return null;
        }
    }
}
