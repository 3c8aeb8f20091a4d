using System.Text;
using Scraper.Core.Articles;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Full-text search whose cost is bounded. bm25 looks at every match, so a word that stands in most articles would cost
/// as much as the store is large, and tells least: of more than <see cref="MaxRanked"/> matches the newest so many are
/// taken, those with the words in their title first, then newest first.
/// </summary>
internal sealed class SqliteSearch(SqliteSession session) : ITextSearch
{
    /// <summary>Matches that are ranked.</summary>
    public const int MaxRanked = 1_000;

    private const int DefaultLimit = 20;

    /// <summary>Triggers on the table see to it.</summary>
    public void Put(long articleId, Article article)
    {
    }

    public IReadOnlyList<SearchHit> Find(SearchQuery query, ArticleFilter filter)
    {
        var match = Expression(query);
        var limit = filter.Limit ?? DefaultLimit;
        var oldest = session.Scalar<long>(
            $"{Matches("v1_search.rowid", filter, out var parameters)} ORDER BY v1_search.rowid DESC LIMIT 1 OFFSET {MaxRanked}",
            [.. parameters, ("$match", match), ("$oldest", 0L)]);
        if (oldest == 0 || limit > MaxRanked)
        {
            return Hits(Matches("v1_search.rowid AS id, v1_search.rank AS rank", filter, out _), [.. parameters, ("$match", match), ("$oldest", 0L)], limit);
        }

        var inTitle = Matches("v1_search.rowid AS id, -1.0 AS rank", filter, out _);
        var hits = Hits(inTitle, [.. parameters, ("$match", $"{{title}} : ({match}) AND ({match})"), ("$oldest", oldest)], limit);
        if (hits.Count < limit)
        {
            var known = hits.Select(h => h.Article.Id).ToHashSet();
            hits.AddRange(Hits(Matches("v1_search.rowid AS id, 0.0 AS rank", filter, out _), [.. parameters, ("$match", match), ("$oldest", oldest)], limit)
                .Where(h => !known.Contains(h.Article.Id)).Take(limit - hits.Count));
        }

        return hits;
    }

    /// <summary>The query as FTS5 writes it.</summary>
    private static string Expression(SearchQuery query)
    {
        var fts = new StringBuilder();
        foreach (var term in query.Terms)
        {
            fts.Append(fts.Length > 0 ? $" {term.Join} " : string.Empty).Append('"').Append(term.Words).Append('"').Append(term.IsPrefix ? "*" : string.Empty);
        }

        return fts.ToString();
    }

    private static string Matches(string columns, ArticleFilter filter, out IReadOnlyList<(string, object?)> parameters)
    {
        var where = new ArticleWhere(filter, "v1_search MATCH $match AND v1_search.rowid > $oldest");
        parameters = where.Parameters;
        return $"SELECT {columns} FROM v1_search {(where.IsEmpty ? string.Empty : "JOIN article a ON a.id = v1_search.rowid")} {where.Sql}";
    }

    /// <summary>The best, with a snippet each; equally good ones newest first.</summary>
    private List<SearchHit> Hits(string matches, (string, object?)[] parameters, int limit) => session.Rows(
        $"""
        SELECT {SummaryRow.Columns}, hit.rank, hit.snippet
        FROM (
            SELECT m.*, (SELECT snippet(v1_search, -1, char(2), char(3), '…', 24) FROM v1_search WHERE v1_search MATCH $match AND v1_search.rowid = m.id) AS snippet
            FROM ({matches} ORDER BY rank, v1_search.rowid DESC LIMIT $limit) m
        ) hit JOIN article a ON a.id = hit.id JOIN site s ON s.id = a.site_id
        ORDER BY hit.rank, hit.id DESC
        """,
        r => new SearchHit(SummaryRow.Read(r), -r.GetDouble(SummaryRow.Count), r.GetString(SummaryRow.Count + 1)),
        [.. parameters, ("$limit", limit)]);
}
