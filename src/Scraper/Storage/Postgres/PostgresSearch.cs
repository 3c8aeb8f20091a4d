using Scraper.Core.Articles;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Postgres;

/// <summary>
/// Full-text search over <c>article_words</c>, bounded as in SQLite: of more than <see cref="MaxRanked"/> matches the newest
/// so many are taken, those with the words in their title first, then newest first.
/// </summary>
internal sealed class PostgresSearch(PostgresSession session) : ITextSearch
{
    /// <summary>Matches that are ranked.</summary>
    private const int MaxRanked = 1_000;

    private const int DefaultLimit = 20;

    /// <summary>Weights of D, C, B and A: a word in the title counts eight times one in the body.</summary>
    private const string Rank = "ts_rank('{0.125, 0.125, 0.125, 1.0}', w.words, CAST($match AS tsquery))";

    public void Put(long articleId, Article article) => session.Send(
        "INSERT INTO article_words (article_id, words) VALUES ($id, CAST($words AS tsvector)) ON CONFLICT (article_id) DO UPDATE SET words = excluded.words",
        ("$id", articleId), ("$words", SearchVector.Of(article.Title, article.Text)));

    public IReadOnlyList<SearchHit> Find(SearchQuery query, ArticleFilter filter)
    {
        if (SearchExpression.Of(query) is not { } expression)
        {
            return [];
        }

        var wanted = WantedWords.Of(query);
        var limit = filter.Limit ?? DefaultLimit;
        var oldest = session.Scalar<long>(
            $"{Matches("w.article_id", filter, out var parameters)} ORDER BY w.article_id DESC LIMIT 1 OFFSET {MaxRanked}",
            [.. parameters, ("$match", expression.Text), ("$oldest", 0L)]);
        if (oldest == 0 || limit > MaxRanked)
        {
            return Hits(wanted, Matches($"w.article_id AS id, {Rank} AS rank", filter, out _), [.. parameters, ("$match", expression.Text), ("$oldest", 0L)], limit);
        }

        var hits = Hits(wanted, Matches("w.article_id AS id, 1.0 AS rank", filter, out _), [.. parameters, ("$match", $"({expression.InTitle()}) & ({expression.Text})"), ("$oldest", oldest)], limit);
        if (hits.Count < limit)
        {
            var known = hits.Select(h => h.Article.Id).ToHashSet();
            hits.AddRange(Hits(wanted, Matches("w.article_id AS id, 0.0 AS rank", filter, out _), [.. parameters, ("$match", expression.Text), ("$oldest", oldest)], limit)
                .Where(h => !known.Contains(h.Article.Id)).Take(limit - hits.Count));
        }

        return hits;
    }

    private static string Matches(string columns, ArticleFilter filter, out IReadOnlyList<(string, object?)> parameters)
    {
        var where = new ArticleWhere(filter, "w.words @@ CAST($match AS tsquery) AND w.article_id > $oldest");
        parameters = where.Parameters;
        return $"SELECT {columns} FROM article_words w {(where.IsEmpty ? string.Empty : "JOIN article a ON a.id = w.article_id")} {where.Sql}";
    }

    /// <summary>The best, with a snippet each; equally good ones newest first.</summary>
    private List<SearchHit> Hits(WantedWords wanted, string matches, (string, object?)[] parameters, int limit) => session.Rows(
        $"""
        SELECT {SummaryRow.Columns}, hit.rank, a.body
        FROM ({matches} ORDER BY rank DESC, id DESC LIMIT $limit) hit JOIN article a ON a.id = hit.id JOIN site s ON s.id = a.site_id
        ORDER BY hit.rank DESC, hit.id DESC
        """,
        r => new SearchHit(SummaryRow.Read(r), r.GetDouble(SummaryRow.Count), Snippet.Of(wanted, r.GetString(3), r.GetString(SummaryRow.Count + 1))),
        [.. parameters, ("$limit", limit)]);
}
