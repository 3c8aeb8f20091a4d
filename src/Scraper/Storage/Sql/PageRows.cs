using System.Data.Common;

namespace Scraper.Storage.Sql;

/// <summary>Reads pages of the archive.</summary>
internal static class PageRows
{
    /// <summary>Selects pages whose bytes are kept; more conditions follow.</summary>
    public const string Select =
        """
        SELECT p.id, s.name, p.url, p.final_url, p.fetched_at, p.status, p.headers, p.article_id, p.blob_id,
            c.id IS NOT NULL, c.extractor, c.length
        FROM page p JOIN site s ON s.id = p.site_id LEFT JOIN article c ON c.id = p.article_id AND c.page_id = p.id WHERE p.blob_id IS NOT NULL
        """;

    public static StoredPage Read(SqlSession session, Row row) => new(
        row.Id, row.Site, row.ArticleId, row.IsCurrent, row.Page with { Body = Body(session, row.BlobId), Parts = PartRows.Read(session, row.Id) })
    {
        Extractor = row.Extractor,
        TextLength = row.TextLength,
    };

    public static Row ReadRow(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), ArticleRow.Number(r, 7), r.GetBoolean(9), ArticleRow.Text(r, 10), (int)(ArticleRow.Number(r, 11) ?? 0), r.GetInt64(8),
        ReadPage(r, 2));

    /// <summary>The five columns url, final_url, fetched_at, status and headers, from a place on; the body is not among them.</summary>
    public static FetchedPage ReadPage(DbDataReader r, int first) => new()
    {
        Url = r.GetString(first),
        FinalUrl = r.GetString(first + 1),
        FetchedAt = Moment.Read(r.GetString(first + 2)),
        Status = r.GetInt32(first + 3),
        Headers = ArticleJson.Headers(r.GetString(first + 4)),
        Body = ReadOnlyMemory<byte>.Empty,
    };

    /// <summary>A body by its number, unpacked.</summary>
    public static byte[] Body(SqlSession session, long blobId)
    {
        var (size, data, basis) = Packed(session, blobId);
        return basis is { } near ? PageCodec.UnpackNear(data, size, Whole(session, near)) : PageCodec.Unpack(data, size);
    }

    /// <summary>Drops bodies that no page needs any more, nor another body as its base; first differences, then what they were from.</summary>
    /// <returns>The stored bytes freed.</returns>
    public static long DropUnusedBodies(SqlSession session) => Drop(session, "base_id IS NOT NULL") + Drop(session, "base_id IS NULL");

    private static long Drop(SqlSession session, string which) => session.Rows(
        $"""
        DELETE FROM blob WHERE {which} AND NOT EXISTS (SELECT 1 FROM page p WHERE p.blob_id = blob.id)
            AND NOT EXISTS (SELECT 1 FROM page_part t WHERE t.blob_id = blob.id) AND NOT EXISTS (SELECT 1 FROM blob n WHERE n.base_id = blob.id)
        RETURNING LENGTH(data)
        """,
        r => r.GetInt64(0)).Sum();

    private static (int Size, byte[] Data, long? Base) Packed(SqlSession session, long blobId) => session.Rows(
        "SELECT size, data, base_id FROM blob WHERE id = $id", r => (r.GetInt32(0), r.GetFieldValue<byte[]>(1), ArticleRow.Number(r, 2)), ("$id", blobId)) is [var row]
            ? row
            : throw new InvalidDataException($"body {blobId} is not there");

    private static byte[] Whole(SqlSession session, long blobId) =>
        Packed(session, blobId) is (var size, var data, null) ? PageCodec.Unpack(data, size) : throw new InvalidDataException($"body {blobId} is the base of another and not whole itself");

    /// <summary>A page without its body.</summary>
    public sealed record Row(long Id, string Site, long? ArticleId, bool IsCurrent, string? Extractor, int TextLength, long BlobId, FetchedPage Page);
}
