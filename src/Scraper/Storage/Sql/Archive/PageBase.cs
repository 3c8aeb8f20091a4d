namespace Scraper.Storage.Sql;

/// <summary>A stored body that the next pages of its site may be kept as differences from. It is itself kept whole.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Packed">Its bytes as they are stored.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record PageBase(byte[] Hash, byte[] Packed, byte[] Body)
{
    /// <summary>Its number, or 0 where it has been pruned meanwhile.</summary>
    public long IdIn(SqlSession session) => session.Scalar<long>("SELECT id FROM blob WHERE hash = $hash AND base_id IS NULL", ("$hash", Hash));
}
