using Scraper.Core.Fingerprints;

namespace Scraper.Storage.Sql;

/// <summary>Reads a story with its lineage.</summary>
internal static class StoryRows
{
    /// <summary>Tellings of a story that are read, the oldest; some stories are told by every paper there is.</summary>
    private const int MaxTellings = 200;

    /// <summary>The story that an article tells; none where no other telling is known.</summary>
    public static Story? Find(SqlSession session, long articleId)
    {
        if (session.Scalar<long>("SELECT story_id FROM telling WHERE article_id = $id", ("$id", articleId)) is not (var story and not 0))
        {
            return null;
        }

        var rows = session.Rows(
            $"""
            SELECT {SummaryRow.Columns}, a.first_seen_at, f.credits, a.body
            FROM telling t JOIN article a ON a.id = t.article_id JOIN site s ON s.id = a.site_id JOIN fingerprint f ON f.article_id = a.id
            WHERE t.story_id = $story ORDER BY a.sort_at, a.first_seen_at, a.id LIMIT {MaxTellings}
            """,
            r => (Summary: SummaryRow.Read(r), Seen: Moment.Read(r.GetString(r.FieldCount - 3)), Credits: ArticleJson.Strings(r.GetString(r.FieldCount - 2)), Body: r.GetString(r.FieldCount - 1)),
            ("$story", story));
        var before = new List<ShingleSet>();
        var tellings = new List<Telling>();
        foreach (var (summary, seen, credits, body) in rows)
        {
            var shingles = ShingleSet.Of(body);
            tellings.Add(new Telling(summary, seen, credits, shingles.ShareAddedTo(before), [.. body.Split("\n\n").Where(p => ShingleSet.Of(p).ShareAddedTo(before) > 0.5)]));
            before.Add(shingles);
        }

        return new Story(story, session.Scalar<string>("SELECT source FROM story WHERE id = $story", ("$story", story)), tellings, Pairs(session, story));
    }

    private static List<TellingPair> Pairs(SqlSession session, long story) => session.Rows(
        "SELECT article_id, other_article_id, shared_shingles, share, share_of_other FROM v1_story_pairs WHERE story_id = $story ORDER BY share DESC",
        r => new TellingPair(r.GetInt64(0), r.GetInt64(1), r.GetInt32(2), r.GetDouble(3), r.GetDouble(4)), ("$story", story));
}
