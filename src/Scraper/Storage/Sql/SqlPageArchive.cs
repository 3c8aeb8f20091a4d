using System.Runtime.CompilerServices;

namespace Scraper.Storage.Sql;

/// <summary>The archive of fetched pages.</summary>
internal sealed class SqlPageArchive(ISqlReaders readers, ISqlWriter writer) : IPageArchive
{
    private const int PagesARead = 16;
    private const int PagesAPrune = 500;

    public async IAsyncEnumerable<StoredPage> ReadAsync(PageFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (where, parameters) = Where(filter);
            var pages = await readers.RunAsync(
                session => session.Rows($"{PageRows.Select}{where} ORDER BY p.id LIMIT {PagesARead}", PageRows.ReadRow, parameters)
                    .Select(row => PageRows.Read(session, row)).ToList(),
                cancellationToken);
            foreach (var page in pages)
            {
                yield return page;
            }

            if (pages.Count == 0)
            {
                yield break;
            }

            filter = filter with { AfterId = pages[^1].Id };
        }
    }

    public Task<long> CountAsync(PageFilter filter, CancellationToken cancellationToken)
    {
        var (where, parameters) = Where(filter);
        return readers.RunAsync(session => session.Scalar<long>($"SELECT COUNT(*) FROM page p JOIN site s ON s.id = p.site_id WHERE p.blob_id IS NOT NULL{where}", parameters), cancellationToken);
    }

    public Task<StoredPage?> FindAsync(string url, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows($"{PageRows.Select} AND (p.url = $url OR p.article_id = (SELECT article_id FROM url WHERE url = $url)) ORDER BY p.id DESC LIMIT 1", PageRows.ReadRow, ("$url", url)) is [var row]
            ? PageRows.Read(session, row)
            : null,
        cancellationToken);

    public async Task<PruneResult> PruneAsync(ArchiveRetention retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sites = retention.Site is { } one
            ? [one]
            : await readers.RunAsync(session => session.Rows("SELECT name FROM site", r => r.GetString(0)), cancellationToken);
        var total = new PruneResult(0, 0);
        foreach (var site in sites)
        {
            PruneResult step;
            do
            {
                step = await writer.RunAsync(session => Prune(session, site, retention, now), cancellationToken);
                total = new PruneResult(total.Pages + step.Pages, total.Bytes + step.Bytes);
            }
            while (step.Pages > 0);
        }

        return total;
    }

    /// <summary>One short transaction of pruning: superseded pages before current ones, older before newer.</summary>
    private static PruneResult Prune(SqlSession session, string site, ArchiveRetention retention, DateTimeOffset now)
    {
        var old = retention.MaxAge is { } age ? Moment.Text(now - age) : string.Empty;
        var excess = retention.MaxBytes is { } most
            ? session.Scalar<long>(
                "SELECT COALESCE(SUM(LENGTH(data)), 0) FROM blob WHERE id IN (SELECT blob_id FROM page WHERE site_id = (SELECT id FROM site WHERE name = $site) UNION SELECT t.blob_id FROM page_part t JOIN page p ON p.id = t.page_id WHERE p.site_id = (SELECT id FROM site WHERE name = $site))", ("$site", site)) - most
            : 0;
        var pages = session.Rows(
            """
            SELECT p.id, p.fetched_at < $old,
                LENGTH(b.data) + COALESCE((SELECT SUM(LENGTH(o.data)) FROM page_part t JOIN blob o ON o.id = t.blob_id WHERE t.page_id = p.id), 0)
            FROM page p JOIN blob b ON b.id = p.blob_id
            WHERE p.site_id = (SELECT id FROM site WHERE name = $site) AND ($all OR p.fetched_at < $old)
            ORDER BY EXISTS (SELECT 1 FROM article a WHERE a.page_id = p.id), p.id LIMIT $limit
            """,
            r => (Id: r.GetInt64(0), IsOld: r.GetBoolean(1), Bytes: r.GetInt64(2)),
            ("$site", site), ("$old", old), ("$all", excess > 0), ("$limit", PagesAPrune));
        var dropped = 0;
        foreach (var page in pages)
        {
            if (page.IsOld || excess > 0)
            {
                PartRows.Drop(session, page.Id);
                session.Execute("UPDATE page SET blob_id = NULL WHERE id = $id", ("$id", page.Id));
                excess -= page.Bytes;
                dropped++;
            }
        }

        return new PruneResult(dropped, dropped == 0 ? 0 : PageRows.DropUnusedBodies(session));
    }

    private static (string Sql, (string, object?)[] Parameters) Where(PageFilter filter)
    {
        var sql = " AND p.id > $after";
        var parameters = new List<(string, object?)> { ("$after", filter.AfterId) };
        if (filter.Site is { } site)
        {
            sql += " AND p.site_id = (SELECT id FROM site WHERE name = $site)";
            parameters.Add(("$site", site));
        }

        if (filter.Since is { } since)
        {
            sql += " AND p.fetched_at >= $since";
            parameters.Add(("$since", Moment.Text(since)));
        }

        if (filter.CurrentOnly)
        {
            sql += " AND EXISTS (SELECT 1 FROM article c WHERE c.id = p.article_id AND c.page_id = p.id)";
        }

        if (filter.Rereadable)
        {
            sql +=
                """
                 AND (EXISTS (SELECT 1 FROM article c WHERE c.id = p.article_id AND c.page_id = p.id)
                    OR (p.article_id IS NULL
                        AND NOT EXISTS (SELECT 1 FROM url u WHERE u.url = p.url AND u.article_id IS NOT NULL)
                        AND NOT EXISTS (SELECT 1 FROM page n WHERE n.url = p.url AND n.id > p.id AND n.blob_id IS NOT NULL)))
                """;
        }

        if (filter.Newest is { } newest)
        {
            sql += $" AND p.id IN (SELECT p.id FROM page p WHERE p.blob_id IS NOT NULL{sql} ORDER BY p.id DESC LIMIT $newest)";
            parameters.Add(("$newest", newest));
        }

        return (sql, [.. parameters]);
    }
}
