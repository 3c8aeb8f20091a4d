namespace Scraper.Storage.Sql;

/// <summary>The other pages of an article that stands on several.</summary>
internal static class PartRows
{
    public static void Write(SqlSession session, long pageId, IReadOnlyList<PackedPage> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var page = parts[i].Page;
            session.Send(
                """
                INSERT INTO page_part (page_id, number, url, final_url, fetched_at, status, headers, blob_id)
                VALUES ($page, $number, $url, $final, $at, $status, $headers, $blob)
                """,
                ("$page", pageId), ("$number", i + 1), ("$url", page.Url), ("$final", page.FinalUrl), ("$at", Moment.Text(page.FetchedAt)),
                ("$status", page.Status), ("$headers", ArticleJson.Headers(page.Headers)), ("$blob", parts[i].WriteBody(session)));
        }
    }

    public static IReadOnlyList<FetchedPage> Read(SqlSession session, long pageId)
    {
        var rows = session.Rows(
            "SELECT url, final_url, fetched_at, status, headers, blob_id FROM page_part WHERE page_id = $page ORDER BY number",
            r => (Blob: r.GetInt64(5), Page: PageRows.ReadPage(r, 0)),
            ("$page", pageId));
        return rows.Count == 0 ? [] : [.. rows.Select(r => r.Page with { Body = PageRows.Body(session, r.Blob) })];
    }

    /// <summary>Whether a stored page has parts of just these bytes.</summary>
    public static bool HasSameBytes(SqlSession session, long? pageId, IReadOnlyList<PackedPage> parts) => session
        .Rows("SELECT b.hash FROM page_part p JOIN blob b ON b.id = p.blob_id WHERE p.page_id = $page ORDER BY p.number", r => Convert.ToHexString(r.GetFieldValue<byte[]>(0)), ("$page", pageId))
        .SequenceEqual(parts.Select(p => Convert.ToHexString(p.Hash)), StringComparer.Ordinal);

    /// <summary>Forgets the parts of a page whose own bytes are forgotten.</summary>
    public static void Drop(SqlSession session, long pageId) => session.Send("DELETE FROM page_part WHERE page_id = $page", ("$page", pageId));
}
