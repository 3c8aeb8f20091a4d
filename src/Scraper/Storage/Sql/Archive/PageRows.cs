using System.Data.Common;

namespace Scraper.Storage.Sql;

/// <summary>Reads pages of the archive.</summary>
internal static class PageRows
{
    /// <summary>Selects pages whose bytes are kept; more conditions follow.</summary>
    public const string Select =
        """
        SELECT p.id, s.name, p.url, p.final_url, p.fetched_at, p.status, p.headers, p.article_id, p.blob_id,
            c.id IS NOT NULL, CASE WHEN c.tags IS NOT NULL THEN c.extractor END, c.length
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

    /// <summary>Numbers of the bodies of a page and its parts.</summary>
    public static IReadOnlyList<long> BodiesOf(SqlSession session, long pageId) => session.Rows(
        "SELECT blob_id FROM page WHERE id = $id AND blob_id IS NOT NULL UNION ALL SELECT blob_id FROM page_part WHERE page_id = $id", r => r.GetInt64(0), ("$id", pageId));

    /// <summary>Drops those of some bodies that no page needs any more, nor another body as its base; then what they were differences from.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="bodies">Bodies that pages have ceased to need.</param>
    /// <returns>The stored bytes freed.</returns>
    public static long DropUnused(SqlSession session, IEnumerable<long> bodies)
    {
        long freed = 0;
        var left = new Queue<long>(bodies);
        while (left.TryDequeue(out var body))
        {
            var dropped = session.Rows(
                """
                DELETE FROM blob WHERE id = $id AND NOT EXISTS (SELECT 1 FROM page p WHERE p.blob_id = blob.id)
                    AND NOT EXISTS (SELECT 1 FROM page_part t WHERE t.blob_id = blob.id) AND NOT EXISTS (SELECT 1 FROM blob n WHERE n.base_id = blob.id)
                RETURNING LENGTH(data), base_id
                """,
                r => (Bytes: r.GetInt64(0), Base: ArticleRow.Number(r, 1)),
                ("$id", body));
            foreach (var (bytes, basis) in dropped)
            {
                freed += bytes;
                if (basis is { } other)
                {
                    left.Enqueue(other);
                }
            }
        }

        return freed;
    }

    private static (int Size, byte[] Data, long? Base) Packed(SqlSession session, long blobId) => session.Rows(
        "SELECT size, data, base_id FROM blob WHERE id = $id", r => (r.GetInt32(0), r.GetFieldValue<byte[]>(1), ArticleRow.Number(r, 2)), ("$id", blobId)) is [var row]
            ? row
            : throw new InvalidDataException($"body {blobId} is not there");

    private static byte[] Whole(SqlSession session, long blobId) =>
        Packed(session, blobId) is (var size, var data, null) ? PageCodec.Unpack(data, size) : throw new InvalidDataException($"body {blobId} is the base of another and not whole itself");

    /// <summary>A page without its body.</summary>
    public sealed record Row(long Id, string Site, long? ArticleId, bool IsCurrent, string? Extractor, int TextLength, long BlobId, FetchedPage Page);
}
