namespace Scraper.Storage.Sql;

/// <summary>Finds the pages of a site that a retention lets go: superseded ones before current ones, older before newer.</summary>
internal static class PrunablePages
{
    /// <summary>The pages to forget next.</summary>
    /// <param name="session">A reader's.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="retention">What to keep.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<Page> Of(SqlSession session, string site, ArchiveRetention retention, DateTimeOffset now)
    {
        var old = retention.MaxAge is { } age ? Moment.Text(now - age) : string.Empty;
        var excess = retention.MaxBytes is { } most ? Bytes(session, site) - most : 0;
        var pages = session.Rows(
            """
            SELECT p.id, p.fetched_at < $old,
                LENGTH(b.data) + COALESCE((SELECT SUM(LENGTH(o.data)) FROM page_part t JOIN blob o ON o.id = t.blob_id WHERE t.page_id = p.id), 0)
            FROM page p JOIN blob b ON b.id = p.blob_id
            WHERE p.site_id = (SELECT id FROM site WHERE name = $site) AND ($all OR p.fetched_at < $old)
            ORDER BY EXISTS (SELECT 1 FROM article a WHERE a.id = p.article_id AND a.page_id = p.id), p.fetched_at, p.id
            """,
            r => (Page: new Page(r.GetInt64(0), r.GetInt64(2)), IsOld: r.GetBoolean(1)),
            ("$site", site), ("$old", old), ("$all", excess > 0));
        var prunable = new List<Page>();
        foreach (var (page, isOld) in pages)
        {
            if (isOld || excess > 0)
            {
                prunable.Add(page);
                excess -= page.Bytes;
            }
        }

        return prunable;
    }

    /// <summary>Stored bytes of a site's pages and of what they are differences from; a body that several pages share counts once.</summary>
    private static long Bytes(SqlSession session, string site) => session.Scalar<long>(
        """
        WITH own AS (
            SELECT blob_id AS id FROM page WHERE site_id = (SELECT id FROM site WHERE name = $site) AND blob_id IS NOT NULL
            UNION SELECT t.blob_id FROM page_part t JOIN page p ON p.id = t.page_id WHERE p.site_id = (SELECT id FROM site WHERE name = $site))
        SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blob
        WHERE id IN (SELECT id FROM own UNION SELECT b.base_id FROM own JOIN blob b ON b.id = own.id WHERE b.base_id IS NOT NULL)
        """,
        ("$site", site));

    /// <param name="Id">Number of the page.</param>
    /// <param name="Bytes">Stored bytes of it and its parts.</param>
    public readonly record struct Page(long Id, long Bytes);
}
