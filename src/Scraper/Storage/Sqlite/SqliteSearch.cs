using Scraper.Core.Articles;
using Scraper.Storage.Sql;

namespace Scraper.Storage.Sqlite;

/// <summary>
/// Full-text search whose cost is bounded, in three steps: the newest matches, their ranks, the rows of the best. bm25 looks
/// at every match of every word, so a word that stands in most articles would cost as much as the store is large, and tells
/// least: it does not count; and of more than <see cref="MaxRanked"/> matches those with the words in their title come
/// first, then the newest.
/// </summary>
internal sealed class SqliteSearch(SqliteSession session) : ITextSearch
{
    /// <summary>Matches that are ranked.</summary>
    public const int MaxRanked = 1_000;

    /// <summary>A term with more matches is common.</summary>
    private const int MaxCounted = 10_000;

    private const int DefaultLimit = 20;

    /// <summary>Triggers on the table see to it.</summary>
    public void Put(long articleId, Article article)
    {
    }

    public IReadOnlyList<SearchHit> Find(SearchQuery query, ArticleFilter filter)
    {
        var limit = filter.Limit ?? DefaultLimit;
        var most = Math.Max(limit, MaxRanked);
        if (Place(filter.Site) is not { } place)
        {
            return [];
        }

        var words = Expression(query.Terms);
        var match = $"{{title body}} : ({words}){place}";
        var newest = Newest(match, filter with { Site = null }, most + 1L);
        var ranks = newest.Count > most ? InTitle($"{{title}} : ({words}) AND {match}", newest[most - 1]) : Scores(query, newest);
        return Hits(WantedWords.Of(query), [.. newest.Take(most).Select(id => (id, ranks.GetValueOrDefault(id))).OrderBy(hit => hit.Item2).Take(limit)]);
    }

    /// <summary>Terms as FTS5 writes them.</summary>
    private static string Expression(IEnumerable<SearchTerm> terms) =>
        string.Concat(terms.Select((term, i) => $"{(i > 0 ? $" {term.Join} " : string.Empty)}\"{term.Words}\"{(term.IsPrefix ? "*" : string.Empty)}"));

    /// <summary>What binds an expression to a site, null where there is no such site.</summary>
    private string? Place(string? site) =>
        site is null ? string.Empty
        : session.Scalar<long>("SELECT id FROM site WHERE name = $name", ("$name", site)) is var id and not 0 ? $" AND {{site}} : \"site{id}\""
        : null;

    /// <summary>The newest articles that match.</summary>
    private List<long> Newest(string match, ArticleFilter filter, long limit)
    {
        var where = new ArticleWhere(filter, "v1_search MATCH $match");
        return session.Rows(
            $"SELECT v1_search.rowid FROM v1_search {(where.IsEmpty ? string.Empty : "JOIN article a ON a.id = v1_search.rowid")} {where.Sql} ORDER BY v1_search.rowid DESC LIMIT $limit",
            r => r.GetInt64(0), [.. where.Parameters, ("$match", match), ("$limit", limit)]);
    }

    /// <summary>Ranks of the articles, down to the oldest, that match in their title.</summary>
    private Dictionary<long, double> InTitle(string match, long oldest) => session.Rows(
        "SELECT rowid FROM v1_search WHERE v1_search MATCH $match AND rowid >= $oldest", r => r.GetInt64(0), ("$match", match), ("$oldest", oldest))
        .ToDictionary(id => id, _ => -1.0);

    /// <summary>Ranks of articles by the terms that are not common; the less, the better.</summary>
    private Dictionary<long, double> Scores(SearchQuery query, List<long> articles)
    {
        if (articles.Count == 0)
        {
            return [];
        }

        var telling = query.Terms.Where(term => !IsCommon(term)).ToList();
        if (telling.Count < query.Terms.Count)
        {
            telling = [.. telling.Where(term => term.Join != "NOT").Select(term => term with { Join = "OR" })];
        }

        // The plus keeps the index from being asked for each article by its number; the rank is only made of those that are wanted.
        return telling.Count == 0 ? [] : session.Rows(
            """
            SELECT v1_search.rowid, v1_search.rank FROM v1_search
            WHERE v1_search MATCH $match AND v1_search.rowid BETWEEN $oldest AND $newest AND +v1_search.rowid IN (SELECT value FROM json_each($articles))
            """,
            r => (Id: r.GetInt64(0), Rank: r.GetDouble(1)),
            ("$match", $"{{title body}} : ({Expression(telling)})"), ("$oldest", articles[^1]), ("$newest", articles[0]), ("$articles", JsonNumbers.Of(articles)))
            .ToDictionary(row => row.Id, row => row.Rank);
    }

    private bool IsCommon(SearchTerm term) =>
        session.Scalar<long>($"SELECT rowid FROM v1_search WHERE v1_search MATCH $match LIMIT 1 OFFSET {MaxCounted}", ("$match", Expression([term with { Join = "AND" }]))) != 0;

    /// <summary>Articles with a snippet each.</summary>
    private List<SearchHit> Hits(WantedWords wanted, IReadOnlyList<(long Id, double Rank)> best)
    {
        var ranks = best.ToDictionary(b => b.Id, b => b.Rank);
        return session.Rows(
            $"SELECT {SummaryRow.Columns}, a.body FROM json_each($ids) hit JOIN article a ON a.id = hit.value JOIN site s ON s.id = a.site_id ORDER BY hit.key",
            r => new SearchHit(SummaryRow.Read(r), -ranks[r.GetInt64(0)], Snippet.Of(wanted, r.GetString(3), r.GetString(SummaryRow.Count))),
            ("$ids", JsonNumbers.Of(best.Select(b => b.Id))));
    }
}
