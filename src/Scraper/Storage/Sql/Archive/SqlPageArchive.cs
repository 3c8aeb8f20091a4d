using System.Runtime.CompilerServices;

namespace Scraper.Storage.Sql;

/// <summary>The archive of fetched pages.</summary>
internal sealed class SqlPageArchive(ISqlReaders readers, ISqlWriter writer) : IPageArchive
{
    private const int PagesARead = 16;
    private const int PagesAPrune = 500;

    public IAsyncEnumerable<StoredPage> ReadAsync(PageFilter filter, CancellationToken cancellationToken) =>
        filter.ByTime || filter.Newest is not null ? ReadByTimeAsync(filter, cancellationToken) : ReadByIdAsync(filter, cancellationToken);

    /// <summary>No index has the time, and a look for each few pages would cost the square of the archive: their numbers are read first.</summary>
    private async IAsyncEnumerable<StoredPage> ReadByTimeAsync(PageFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (where, parameters) = Where(filter);
        var ids = await readers.RunAsync(
            session => session.Rows($"SELECT p.id FROM page p WHERE p.blob_id IS NOT NULL{where} ORDER BY p.fetched_at, p.id", r => r.GetInt64(0), parameters), cancellationToken);
        foreach (var few in ids.Chunk(PagesARead))
        {
            var pages = await readers.RunAsync(
                session => few.Select(id => Find(session, id)).OfType<StoredPage>().ToList(),
                cancellationToken);
            foreach (var page in pages)
            {
                yield return page;
            }
        }
    }

    private async IAsyncEnumerable<StoredPage> ReadByIdAsync(PageFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    public Task<StoredPage?> FindAsync(long id, CancellationToken cancellationToken) => readers.RunAsync(session => Find(session, id), cancellationToken);

    public Task<StoredPage?> FindAsync(string url, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows($"{PageRows.Select} AND (p.url = $url OR p.article_id = (SELECT article_id FROM url WHERE url = $url)) ORDER BY p.fetched_at DESC, p.id DESC LIMIT 1", PageRows.ReadRow, ("$url", url)) is [var row]
            ? PageRows.Read(session, row)
            : null,
        cancellationToken);

    public Task<StoredPage?> FindPresentAsync(long articleId, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows($"{PageRows.Select} AND p.article_id = $article AND c.id = $article", PageRows.ReadRow, ("$article", articleId)) is [var row] ? PageRows.Read(session, row) : null,
        cancellationToken);

    public async Task<PruneResult> PruneAsync(ArchiveRetention retention, DateTimeOffset now, bool isTrial, CancellationToken cancellationToken)
    {
        var sites = retention.Site is { } one
            ? [one]
            : await readers.RunAsync(session => session.Rows("SELECT name FROM site ORDER BY id", r => r.GetString(0)), cancellationToken);
        var total = new PruneResult(0, 0);
        foreach (var site in sites)
        {
            PruneResult step;
            do
            {
                // Looked for among readers, who keep nobody from writing; a base that others need is freed in a later round.
                var prunable = await readers.RunAsync(session => PrunablePages.Of(session, site, retention, now), cancellationToken);
                step = isTrial ? new PruneResult(prunable.Count, prunable.Sum(p => p.Bytes)) : await ForgetAsync(prunable, cancellationToken);
                total += step;
            }
            while (step.Pages > 0 && !isTrial);
        }

        return total;
    }

    private static StoredPage? Find(SqlSession session, long id) =>
        session.Rows($"{PageRows.Select} AND p.id = $id", PageRows.ReadRow, ("$id", id)) is [var row] ? PageRows.Read(session, row) : null;

    private async Task<PruneResult> ForgetAsync(IReadOnlyList<PrunablePages.Page> pages, CancellationToken cancellationToken)
    {
        var total = new PruneResult(0, 0);
        foreach (var few in pages.Chunk(PagesAPrune))
        {
            total += await writer.RunAsync(session => Forget(session, few), cancellationToken);
        }

        return total;
    }

    /// <summary>One short transaction of pruning.</summary>
    private static PruneResult Forget(SqlSession session, PrunablePages.Page[] pages)
    {
        var bodies = new List<long>();
        var forgotten = 0;
        foreach (var page in pages)
        {
            bodies.AddRange(PageRows.BodiesOf(session, page.Id));
            PartRows.Drop(session, page.Id);
            forgotten += session.Execute("UPDATE page SET blob_id = NULL WHERE id = $id AND blob_id IS NOT NULL", ("$id", page.Id));
        }

        return new PruneResult(forgotten, PageRows.DropUnused(session, bodies));
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
                        AND NOT EXISTS (SELECT 1 FROM page n WHERE n.url = p.url AND n.blob_id IS NOT NULL
                                AND (n.fetched_at > p.fetched_at OR (n.fetched_at = p.fetched_at AND n.id > p.id)))))
                """;
        }

        if (filter.Newest is { } newest)
        {
            sql += $" AND p.id IN (SELECT p.id FROM page p WHERE p.blob_id IS NOT NULL{sql} ORDER BY p.fetched_at DESC, p.id DESC LIMIT $newest)";
            parameters.Add(("$newest", newest));
        }

        return (sql, [.. parameters]);
    }
}
