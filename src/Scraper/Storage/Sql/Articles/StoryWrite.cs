using System.Data.Common;
using Scraper.Core.Fingerprints;

namespace Scraper.Storage.Sql;

/// <summary>
/// Puts an article beside those that tell the same story. The cost an article does not grow with the store: its bands are
/// looked up in this epoch and the one before (some 100,000 articles), a band of an epoch holds few articles (a crowded one is a
/// phrase that everybody uses, or a story whose first tellings are in it), and only the best candidates are compared.
/// </summary>
internal sealed class StoryWrite(SqlSession session)
{
    private const int ArticlesPerBand = 16;
    private const int MaxAcross = 12;
    private const int MaxWithin = 4;
    private const int MinShingles = 2 * StoryRule.MinShared;

    public void Add(long id, long siteId, PreparedArticle prepared)
    {
        var shingles = prepared.Shingles.Value;
        var (bands, sketch) = (prepared.Bands.Value, prepared.Sketch.Value);
        // Before its own fingerprint is written, so that it does not find itself.
        var near = shingles.Count < MinShingles ? [] : session.Bands.Near(id, bands);
        session.Send(
            "INSERT INTO fingerprint (article_id, shingles, bands, sketch, credits) VALUES ($id, $shingles, $bands, $sketch, $credits)",
            ("$id", id), ("$shingles", shingles.Count), ("$bands", prepared.PackedBands.Value), ("$sketch", sketch), ("$credits", prepared.Credits.Value));
        if (shingles.Count < MinShingles)
        {
            return;
        }

        if (near.Count == 0)
        {
            session.Bands.Add(id, bands);
            return;
        }

        var matches = Compare(shingles, siteId, Candidates(near.Select(n => n.Article), sketch, siteId));
        var crowded = near.CountBy(n => n.Band).Where(b => b.Value >= ArticlesPerBand).Select(b => b.Key).ToHashSet();
        session.Bands.Add(id, bands.Where(b => !crowded.Contains(BandKey.Band(BandKey.Of(id, b)))));
        if (matches.Count > 0)
        {
            Join(id, prepared, matches);
        }
    }

    /// <summary>Takes an article out of its story and the bands.</summary>
    public void Remove(long id)
    {
        var bands = session.Scalar<byte[]>("DELETE FROM fingerprint WHERE article_id = $id RETURNING bands", ("$id", id));
        session.Bands.Remove(id, PackedBands.Read(bands ?? []));
        session.Send("DELETE FROM resemblance WHERE article_id = $id OR other_id = $id", ("$id", id));
        var story = session.Scalar<long>("DELETE FROM telling WHERE article_id = $id RETURNING story_id", ("$id", id));
        if (story != 0)
        {
            Settle(story);
        }
    }

    /// <summary>The articles that share most bands, and enough of their sketches to be worth a comparison.</summary>
    private List<long> Candidates(IEnumerable<long> near, byte[] sketch, long siteId)
    {
        var (within, across) = (0, 0);
        var best = new List<long>();
        foreach (var (other, _) in near.CountBy(id => id).OrderByDescending(s => s.Value).ThenByDescending(s => s.Key).Take(8 * MaxAcross))
        {
            var row = session.Rows(
                "SELECT a.site_id, f.sketch FROM fingerprint f JOIN article a ON a.id = f.article_id WHERE f.article_id = $id",
                r => (Site: r.GetInt64(0), Sketch: r.GetFieldValue<byte[]>(1)), ("$id", other))[0];
            if (ShingleSketch.Shared(sketch, row.Sketch) < ShingleSketch.MinShared)
            {
                continue;
            }

            if (row.Site == siteId ? within++ < MaxWithin : across++ < MaxAcross)
            {
                best.Add(other);
            }
        }

        return best;
    }

    private List<Match> Compare(ShingleSet shingles, long siteId, List<long> candidates)
    {
        var matches = new List<Match>();
        foreach (var other in candidates)
        {
            var row = session.Rows("SELECT site_id, body FROM article WHERE id = $id", r => (Site: r.GetInt64(0), Body: r.GetString(1)), ("$id", other))[0];
            var theirs = ShingleSet.Of(row.Body);
            var overlap = shingles.With(theirs);
            if (StoryRule.IsOneStory(overlap, row.Site == siteId))
            {
                matches.Add(new Match(other, theirs, overlap));
            }
        }

        return matches;
    }

    private void Join(long id, PreparedArticle prepared, List<Match> matches)
    {
        var stories = matches
            .Select(m => session.Scalar<long>("SELECT story_id FROM telling WHERE article_id = $id", ("$id", m.Id)))
            .Where(s => s != 0).Distinct().Order().ToList();
        var story = stories.Count > 0
            ? stories[0]
            : session.Insert("INSERT INTO story (first_article_id) VALUES ($id)", number: "id", ("$id", id));
        foreach (var merged in stories.Skip(1))
        {
            session.Send("UPDATE telling SET story_id = $story WHERE story_id = $merged", ("$story", story), ("$merged", merged));
            session.Send("DELETE FROM story WHERE id = $merged", ("$merged", merged));
        }

        foreach (var match in matches)
        {
            session.Send("INSERT INTO telling (article_id, story_id, adds) VALUES ($id, $story, $adds) ON CONFLICT DO NOTHING",
                ("$id", match.Id), ("$story", story), ("$adds", match.Shingles.ShareAddedTo([prepared.Shingles.Value])));
            session.Send(
                "INSERT INTO resemblance (article_id, other_id, shared, share, share_of_other) VALUES ($id, $other, $shared, $share, $theirs)",
                ("$id", id), ("$other", match.Id), ("$shared", match.Overlap.Shared), ("$share", match.Overlap.Share), ("$theirs", match.Overlap.ShareOfOther));
        }

        session.Send("INSERT INTO telling (article_id, story_id, adds) VALUES ($id, $story, $adds)",
            ("$id", id), ("$story", story), ("$adds", prepared.Shingles.Value.ShareAddedTo([.. matches.Select(m => m.Shingles)])));
        Settle(story);
    }

    /// <summary>Who was first, and whom the tellings credit; looks at the oldest tellings of a long story only.</summary>
    private void Settle(long story)
    {
        var tellings = session.Rows(
            """
            SELECT t.article_id, f.credits FROM telling t JOIN article a ON a.id = t.article_id JOIN fingerprint f ON f.article_id = t.article_id
            WHERE t.story_id = $story ORDER BY a.sort_at, a.first_seen_at, a.id LIMIT 200
            """,
            Telling, ("$story", story));
        if (tellings.Count < 2)
        {
            session.Send("DELETE FROM telling WHERE story_id = $story", ("$story", story));
            session.Send("DELETE FROM story WHERE id = $story", ("$story", story));
            return;
        }

        var source = tellings.SelectMany(t => t.Credits).GroupBy(c => c, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        session.Send("UPDATE story SET first_article_id = $first, source = $source WHERE id = $story",
            ("$first", tellings[0].Id), ("$source", source), ("$story", story));
    }

    private static (long Id, IReadOnlyList<string> Credits) Telling(DbDataReader row) => (row.GetInt64(0), ArticleJson.Strings(row.GetString(1)));

    private sealed record Match(long Id, ShingleSet Shingles, Overlap Overlap);
}
