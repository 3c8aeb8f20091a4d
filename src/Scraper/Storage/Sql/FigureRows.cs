namespace Scraper.Storage.Sql;

/// <summary>Counts what a store holds.</summary>
internal static class FigureRows
{
    public static StoreFigures Read(SqlSession session, int schema, string engine, long bytes) => new(
        schema,
        engine,
        bytes,
        session.Scalar<long>("SELECT CAST(COALESCE(SUM(articles), 0) AS bigint) FROM site"),
        session.Scalar<long>("SELECT COUNT(*) FROM revision"),
        session.Scalar<long>("SELECT COUNT(*) FROM page WHERE blob_id IS NOT NULL"),
        session.Scalar<long>("SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blob"),
        session.Scalar<long>("SELECT COALESCE(MAX(seq), 0) FROM change"));
}
