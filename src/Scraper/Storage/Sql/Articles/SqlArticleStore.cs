using System.Globalization;
using System.Runtime.CompilerServices;
using Scraper.Core.Articles;
using Scraper.Core.Labelling;

namespace Scraper.Storage.Sql;

/// <summary>The articles.</summary>
internal sealed class SqlArticleStore(ISqlReaders readers, ISqlWriter writer, PageBases bases, WorkerThreads packers, string location) : IArticleStore
{
    private const int PageSize = 100;

    public async Task<SaveResult> SaveAsync(ExtractedPage page, CancellationToken cancellationToken)
    {
        var (prepared, packed) = await PrepareAsync(page, cancellationToken);
        return await writer.RunAsync(session => new ArticleWrite(session).Save(page, prepared, packed), cancellationToken);
    }

    public Task<SaveResult> ReplaceExtractionAsync(
        long articleId, Article article, string extractor, bool allowWorse, long? readFrom, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var prepared = new PreparedArticle(article);
        prepared.Compute();
        return writer.RunAsync(
            session => new ArticleWrite(session).Replace(
                ArticleRow.Find(session, "WHERE a.id = $id", ("$id", articleId))
                    ?? throw new StoreException(StoreFault.Invalid, $"There is no article {articleId}", location, "List them with 'scraper articles list'"),
                prepared, extractor, allowWorse, readFrom, at),
            cancellationToken);
    }

    public Task<bool> DeleteAsync(string url, DateTimeOffset at, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            if (FindRow(session, url) is not { } row)
            {
                return false;
            }

            var id = row.Stored.Id;
            ChangeRows.Add(session, ChangeKind.Deleted, id, row.SiteId, row.Stored.Article.Url, at, null);
            // With the pages of its addresses that gave no article: a better rule would bring it back from one of those.
            var pages = session.Rows(
                "SELECT id FROM page WHERE article_id = $id UNION SELECT p.id FROM page p JOIN url u ON u.url = p.url WHERE u.article_id = $id AND p.article_id IS NULL",
                r => r.GetInt64(0), ("$id", id));
            session.Execute("UPDATE url SET status = 'deleted', next_visit_at = NULL, etag = NULL, last_modified = NULL, detail = 'its article was deleted' WHERE article_id = $id", ("$id", id));
            new StoryWrite(session).Remove(id);
            var bodies = pages.SelectMany(page => PageRows.BodiesOf(session, page)).ToList();
            pages.ForEach(page => session.Execute("DELETE FROM page WHERE id = $id", ("$id", page)));
            session.Execute("DELETE FROM article WHERE id = $id", ("$id", id));
            SiteRows.Deleted(session, row.SiteId);
            PageRows.DropUnused(session, bodies);
            return true;
        },
        cancellationToken);

    public Task<StoredArticle?> FindAsync(string urlOrId, CancellationToken cancellationToken) =>
        readers.RunAsync(session => FindRow(session, urlOrId)?.WithBlocks(session).Stored, cancellationToken);

    public Task<IReadOnlyList<ArticleSummary>> ListAsync(ArticleFilter filter, CancellationToken cancellationToken)
    {
        var where = new ArticleWhere(filter);
        return readers.RunAsync<IReadOnlyList<ArticleSummary>>(
            session => session.Rows(
                $"SELECT {SummaryRow.Columns} FROM article a JOIN site s ON s.id = a.site_id {where.Sql} ORDER BY a.sort_at DESC, a.id DESC LIMIT $limit",
                SummaryRow.Read, [.. where.Parameters, ("$limit", filter.Limit ?? int.MaxValue)]),
            cancellationToken);
    }

    public Task<IReadOnlyList<SearchHit>> SearchAsync(string query, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var parsed = Parse(query);
        return readers.RunAsync(session => session.Search.Find(parsed, filter), cancellationToken);
    }

    private SearchQuery Parse(string query)
    {
        try
        {
            return SearchQuery.Parse(query);
        }
        catch (FormatException wrong)
        {
            throw new StoreException(StoreFault.Invalid, $"'{query}' cannot be searched for", location, wrong.Message, wrong);
        }
    }

    public async IAsyncEnumerable<StoredArticle> ReadAsync(ArticleFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = filter.Limit ?? int.MaxValue;
        while (left > 0)
        {
            var where = new ArticleWhere(filter);
            var page = await readers.RunAsync(
                session => session.Rows($"{ArticleRow.Select} {where.Sql} ORDER BY a.change_seq LIMIT $limit", ArticleRow.Read, [.. where.Parameters, ("$limit", Math.Min(left, PageSize))])
                    .Select(row => row.WithBlocks(session).Stored).ToList(),
                cancellationToken);
            foreach (var article in page)
            {
                yield return article;
            }

            if (page.Count == 0)
            {
                yield break;
            }

            left -= page.Count;
            filter = filter with { AfterChange = page[^1].ChangeSeq };
        }
    }

    public Task<IReadOnlyList<ArticleRevision>> RevisionsAsync(long articleId, CancellationToken cancellationToken) => readers.RunAsync<IReadOnlyList<ArticleRevision>>(
        session => session.Rows(
            "SELECT revision, kind, at, change_seq, extractor, title, body, diff FROM v1_revisions WHERE article_id = $id ORDER BY revision",
            r => new ArticleRevision(r.GetInt32(0), Parse<RevisionKind>(r.GetString(1)), Moment.Read(r.GetString(2)), r.GetInt64(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7)),
            ("$id", articleId)),
        cancellationToken);

    public Task<Story?> FindStoryAsync(long articleId, CancellationToken cancellationToken) =>
        readers.RunAsync(session => StoryRows.Find(session, articleId), cancellationToken);

    public Task<IReadOnlyList<ArticleChange>> ChangesAsync(long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, 10_000));
        return readers.RunAsync<IReadOnlyList<ArticleChange>>(
            session => session.Rows(
                "SELECT change_seq, kind, article_id, url, site, at, revision FROM v1_changes WHERE change_seq > $after ORDER BY change_seq LIMIT $limit",
                r => new ArticleChange(r.GetInt64(0), Parse<ChangeKind>(r.GetString(1)), r.GetInt64(2), r.GetString(3), r.GetString(4), Moment.Read(r.GetString(5)), r.IsDBNull(6) ? null : r.GetInt32(6)),
                ("$after", after), ("$limit", limit)),
            cancellationToken);
    }

    public Task<IReadOnlyList<StoryTelling>> TellingsAsync(long storyId, CancellationToken cancellationToken) => readers.RunAsync<IReadOnlyList<StoryTelling>>(
        session => session.Rows(
            """
            SELECT article_id, site, url, title, COALESCE(published_at, first_seen_at) AS at, is_first, source, credits, share_of_first, adds
            FROM v1_stories WHERE story_id = $id ORDER BY at, article_id
            """,
            r => new StoryTelling(
                r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), Moment.Read(r.GetString(4)), r.GetBoolean(5), ArticleRow.Text(r, 6),
                ArticleJson.Strings(r.GetString(7)), r.IsDBNull(8) ? null : r.GetDouble(8), r.GetDouble(9)),
            ("$id", storyId)),
        cancellationToken);

    public Task<IReadOnlyList<DayCount>> CountByDayAsync(DateTimeOffset since, CancellationToken cancellationToken) => readers.RunAsync<IReadOnlyList<DayCount>>(
        session => session.Rows(
            """
            SELECT s.name, substr(a.sort_at, 1, 10) AS day, COUNT(*) AS articles
            FROM site s CROSS JOIN article a WHERE a.site_id = s.id AND a.sort_at >= $since GROUP BY 1, 2 ORDER BY 1, 2
            """,
            r => new DayCount(r.GetString(0), DateOnly.Parse(r.GetString(1), CultureInfo.InvariantCulture), r.GetInt64(2)),
            ("$since", Moment.Text(since))),
        cancellationToken);

    /// <summary>Does all that the writer need not do; next to nothing where the same text is stored already.</summary>
    private async Task<(PreparedArticle Article, PackedPage Page)> PrepareAsync(ExtractedPage page, CancellationToken cancellationToken)
    {
        var prepared = new PreparedArticle(page.Article);
        var packed = new PackedPage(page.Page);
        var (isKnown, basis) = await readers.RunAsync(session => IsKnown(session, prepared) ? (true, (PageBase?)null) : (false, bases.Find(session, page.Article.Site)), cancellationToken);
        if (!isKnown)
        {
            await packers.RunAsync(
                () =>
                {
                    prepared.Compute();
                    packed.Pack(basis);
                },
                cancellationToken);
        }

        return (prepared, packed);
    }

    private static T Parse<T>(string name)
        where T : struct, Enum => Names.TryParse<T>(name, out var value) ? value : default;

    private static ArticleRow? FindRow(SqlSession session, string urlOrId) =>
        long.TryParse(urlOrId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? ArticleRow.Find(session, "WHERE a.id = $id", ("$id", id))
            : ArticleRow.Find(session, "WHERE a.url = $url", ("$url", urlOrId))
                ?? (UrlRows.LedTo(session, urlOrId) is var known and not 0 ? ArticleRow.Find(session, "WHERE a.id = $id", ("$id", known)) : null);

    /// <summary>Whether the same text is stored already, so that packing the page would be for nothing.</summary>
    private static bool IsKnown(SqlSession session, PreparedArticle prepared) =>
        session.Scalar<byte[]>("SELECT text_hash FROM article WHERE url = $url", ("$url", prepared.Article.Url)) is { } hash
            && hash.AsSpan().SequenceEqual(prepared.TextHash);
}
