using System.Data.Common;
using Scraper.Core.Labelling;
using Scraper.Fetching;

namespace Scraper.Storage.Sql;

/// <summary>Runs of sites and the state of URLs.</summary>
internal sealed class SqlCrawlStore(ISqlReaders readers, ISqlWriter writer, PageBases bases, WorkerThreads packers) : ICrawlStore
{
    private const string SelectSites =
        """
        SELECT s.name, s.started_at, s.finished_at, s.outcome, s.detail, s.next_due_at, s.failures,
            s.articles, s.last_article_at,
            (SELECT COUNT(*) FROM url u WHERE u.site_id = s.id AND u.status = 'refused'),
            (SELECT COUNT(*) FROM url u WHERE u.site_id = s.id AND u.status = 'refused' AND u.next_visit_at IS NULL),
            s.lag_ms, (SELECT n.id FROM node n WHERE n.id = s.held_by), s.turn, s.paused_at
        FROM site s
        """;

    private const string SelectUrls =
        """
        SELECT u.url, s.name, u.status, u.attempts, u.first_seen_at, u.visited_at, u.next_visit_at, u.etag, u.last_modified, u.article_id, u.detail, a.published_at
        FROM url u JOIN site s ON s.id = u.site_id LEFT JOIN article a ON a.id = u.article_id
        """;

    public Task<SiteState?> FindSiteAsync(string site, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows($"{SelectSites} WHERE s.name = $site", ReadSite, ("$site", site)) is [var state] ? state : null, cancellationToken);

    public Task<IReadOnlyList<SiteState>> ListSitesAsync(CancellationToken cancellationToken) =>
        readers.RunAsync<IReadOnlyList<SiteState>>(session => session.Rows($"{SelectSites} ORDER BY s.name", ReadSite), cancellationToken);

    public Task<SiteTurn?> StartRunAsync(string site, string node, DateTimeOffset at, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            var id = SiteRows.IdOf(session, site);
            var due = Moment.ReadOrNull(session.Scalar<string>("SELECT next_due_at FROM site WHERE id = $id", ("$id", id)));
            ClockSetBack.Mend(session, id, at);
            var turn = session.Scalar<long>(
                """
                UPDATE site SET turn = turn + 1, held_by = $node, started_at = $at, lag_ms = $lag
                WHERE id = $id AND (held_by IS NULL OR held_by = $node OR NOT EXISTS (SELECT 1 FROM node n WHERE n.id = held_by AND n.seen_at > $alive))
                RETURNING turn
                """,
                ("$node", node), ("$at", Moment.Text(at)), ("$lag", due is null ? null : Math.Max(0, (long)(at - due.Value).TotalMilliseconds)), ("$id", id), ("$alive", Moment.Text(at - SiteTurn.Lease)));
            return turn == 0 ? null : new SiteTurn(site, node, turn, at);
        },
        cancellationToken);

    public Task AbandonRunAsync(SiteTurn turn, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute("UPDATE site SET held_by = NULL WHERE name = $site AND turn = $turn", ("$site", turn.Site), ("$turn", turn.Number)), cancellationToken);

    public Task FinishRunAsync(string site, SiteRun run, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute(
            """
            UPDATE site SET finished_at = $at, outcome = $outcome, detail = $detail, next_due_at = $due, held_by = NULL,
                failures = CASE WHEN $failed THEN failures + 1 ELSE 0 END
            WHERE id = $id
            """,
            ("$at", Moment.Text(run.FinishedAt)), ("$outcome", Names.Of(run.Outcome)), ("$detail", run.Detail), ("$due", Moment.Text(run.NextDueAt)),
            ("$failed", run.Outcome == SiteRunOutcome.Failed), ("$id", SiteRows.IdOf(session, site))),
        cancellationToken);

    public async Task ForgetDueAsync(IReadOnlyCollection<string> visited, DateTimeOffset dueBefore, CancellationToken cancellationToken)
    {
        var due = await readers.RunAsync(session => session.Rows("SELECT name FROM site WHERE next_due_at < $before", r => r.GetString(0), ("$before", Moment.Text(dueBefore))), cancellationToken);
        if (due.Except(visited, StringComparer.Ordinal).ToList() is { Count: > 0 } left)
        {
            await writer.RunAsync(session => left.Sum(site => session.Execute("UPDATE site SET next_due_at = NULL WHERE name = $site", ("$site", site))), cancellationToken);
        }
    }

    public Task<IReadOnlySet<string>> PausedAsync(CancellationToken cancellationToken) => readers.RunAsync<IReadOnlySet<string>>(
        session => session.Rows("SELECT name FROM site WHERE paused_at IS NOT NULL", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal), cancellationToken);

    public Task PauseAsync(string site, DateTimeOffset? at, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Execute("UPDATE site SET paused_at = $at WHERE id = $id", ("$at", Moment.Text(at)), ("$id", SiteRows.IdOf(session, site))), cancellationToken);

    public Task<IReadOnlyList<string>> SelectDueAsync(string site, IReadOnlyList<string> urls, DateTimeOffset now, CancellationToken cancellationToken) =>
        writer.RunAsync<IReadOnlyList<string>>(
            session =>
            {
                var id = SiteRows.IdOf(session, site);
                var at = Moment.Text(now);
                foreach (var url in urls)
                {
                    session.Send(
                        "INSERT INTO url (url, site_id, status, first_seen_at, next_visit_at) VALUES ($url, $site, 'seen', $at, $at) ON CONFLICT DO NOTHING",
                        ("$url", url), ("$site", id), ("$at", at));
                }

                return [.. urls.Distinct(StringComparer.Ordinal)
                    .Select(url => (Url: url, Due: session.Scalar<long>("SELECT CASE WHEN visited_at IS NULL THEN 1 ELSE 2 END FROM url WHERE url = $url AND next_visit_at <= $at", ("$url", url), ("$at", at))))
                    .Where(u => u.Due > 0).OrderBy(u => u.Due).Select(u => u.Url)];
            },
            cancellationToken);

    public Task<IReadOnlyList<UrlState>> ListDueAsync(string site, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        readers.RunAsync<IReadOnlyList<UrlState>>(
            session => session.Rows(
                $"{SelectUrls} WHERE u.site_id = (SELECT id FROM site WHERE name = $site) AND u.next_visit_at <= $now ORDER BY u.visited_at IS NOT NULL, u.next_visit_at, u.id LIMIT $limit",
                ReadUrl, ("$site", site), ("$now", Moment.Text(now)), ("$limit", limit)),
            cancellationToken);

    public Task<string?> FindLeftOverAsync(string site, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Scalar<string>(
            """
            WITH here AS (SELECT id FROM site WHERE name = $site),
                left_over AS (
                    SELECT id, url, next_visit_at, COALESCE(visited_at, first_seen_at) AS since
                    FROM url WHERE site_id = (SELECT id FROM here) AND status = 'seen' AND next_visit_at IS NOT NULL)
            SELECT url FROM left_over
            WHERE NOT EXISTS (
                SELECT 1 FROM url WHERE site_id = (SELECT id FROM here) AND status <> 'seen' AND visited_at > (SELECT MAX(since) FROM left_over))
            ORDER BY next_visit_at, id LIMIT 1
            """,
            ("$site", site)),
        cancellationToken);

    public Task<UrlState?> FindUrlAsync(string url, CancellationToken cancellationToken) => readers.RunAsync(
        session => session.Rows($"{SelectUrls} WHERE u.url = $url", ReadUrl, ("$url", url)) is [var state] ? state : null, cancellationToken);

    public async Task RecordAsync(UrlVisit visit, CancellationToken cancellationToken)
    {
        var page = visit.Page is null ? null : new PackedPage(visit.Page);
        if (page is not null)
        {
            var basis = await readers.RunAsync(session => bases.Find(session, visit.Site), cancellationToken);
            await packers.RunAsync(() => page.Pack(basis), cancellationToken);
        }

        await writer.RunAsync(
            session =>
            {
                var site = SiteRows.IdOf(session, visit.Site);
                var article = UrlRows.ArticleOf(session, visit.Url);
                var at = Moment.Text(visit.At);
                session.Send(
                    $"""
                    INSERT INTO url (url, site_id, status, attempts, first_seen_at, visited_at, next_visit_at, detail)
                    VALUES ($url, $site, $status, $failed, $at, $at, $next, $detail)
                    ON CONFLICT ({session.UrlKey}) DO UPDATE SET
                        status = $status, attempts = CASE WHEN $failed > 0 THEN url.attempts + 1 WHEN $asked > 0 THEN 0 ELSE url.attempts END,
                        visited_at = $at, next_visit_at = $next, detail = $detail,
                        article_id = CASE WHEN url.status = 'duplicate' THEN NULL ELSE url.article_id END
                    """,
                    ("$url", visit.Url), ("$site", site), ("$status", Names.Of(visit.Status)), ("$failed", visit.Status is UrlStatus.Failed or UrlStatus.Refused ? 1 : 0),
                    ("$asked", visit.Status is UrlStatus.Seen or UrlStatus.Blocked ? 0 : 1),
                    ("$at", at), ("$next", Moment.Text(visit.NextVisitAt)), ("$detail", visit.Detail));
                RuleRows.Count(session, site, visit.Rule, visit.Url, visit.At);
                if (article != 0)
                {
                    Note(session, visit, article);
                }

                return page?.Write(session, site, article == 0 ? null : article);
            },
            cancellationToken);
    }

    /// <summary>What a visit says of the article that is stored already: it is as it was, or something worse stands in its place.</summary>
    private static void Note(SqlSession session, UrlVisit visit, long article)
    {
        switch (visit.Status)
        {
            case UrlStatus.Stored:
                WorseRows.Unchanged(session, article, visit.At);
                break;
            case UrlStatus.Refused or UrlStatus.NotAnArticle or UrlStatus.Gone:
                WorseRows.Note(session, article, visit.At, $"{Names.Of(visit.Status)}: {visit.Detail}");
                break;
        }
    }

    private static SiteState ReadSite(DbDataReader r) => new()
    {
        Site = r.GetString(0),
        StartedAt = Moment.ReadOrNull(ArticleRow.Text(r, 1)),
        FinishedAt = Moment.ReadOrNull(ArticleRow.Text(r, 2)),
        Outcome = Names.TryParse<SiteRunOutcome>(ArticleRow.Text(r, 3) ?? string.Empty, out var outcome) ? outcome : null,
        Detail = ArticleRow.Text(r, 4),
        NextDueAt = Moment.ReadOrNull(ArticleRow.Text(r, 5)),
        Failures = r.GetInt32(6),
        Articles = r.GetInt64(7),
        LastArticleAt = Moment.ReadOrNull(ArticleRow.Text(r, 8)),
        Refused = r.GetInt64(9),
        RefusedForGood = r.GetInt64(10),
        Lag = ArticleRow.Number(r, 11) is { } lag ? TimeSpan.FromMilliseconds(lag) : null,
        Holder = ArticleRow.Text(r, 12),
        Turn = r.GetInt64(13),
        PausedAt = Moment.ReadOrNull(ArticleRow.Text(r, 14)),
    };

    private static UrlState ReadUrl(DbDataReader r) => new()
    {
        Url = r.GetString(0),
        Site = r.GetString(1),
        Status = Names.TryParse<UrlStatus>(r.GetString(2), out var status) ? status : UrlStatus.Seen,
        Attempts = r.GetInt32(3),
        FirstSeenAt = Moment.Read(r.GetString(4)),
        VisitedAt = Moment.ReadOrNull(ArticleRow.Text(r, 5)),
        NextVisitAt = Moment.ReadOrNull(ArticleRow.Text(r, 6)),
        Validators = new Validators(ArticleRow.Text(r, 7), ArticleRow.Text(r, 8)),
        ArticleId = ArticleRow.Number(r, 9),
        Detail = ArticleRow.Text(r, 10),
        PublishedAt = Moment.ReadOrNull(ArticleRow.Text(r, 11)),
    };
}
