namespace Scraper.Storage.Sql;

/// <summary>What an article's row says of something worse that stands in its place by now.</summary>
internal static class WorseRows
{
    private const string StandsForMany = "other pages of the site give the same text, as while a site is closed";

    /// <summary>Notes that something worse was met where the article stood; since when is kept, and that its text may be none of its own.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    /// <param name="at">When it was met.</param>
    /// <param name="reason">What it was.</param>
    /// <param name="isNewest">Whether nothing is noted where the article has been looked at since.</param>
    public static void Note(SqlSession session, long article, DateTimeOffset at, string reason, bool isNewest = false) => session.Send(
        $"""
        UPDATE article SET
            checked_at = $at, worse_at = COALESCE(worse_at, $at), worse_reason = CASE WHEN worse_reason = $many THEN worse_reason ELSE $reason END
        WHERE id = $id{(isNewest ? " AND checked_at <= $at" : string.Empty)}
        """,
        ("$at", Moment.Text(at)), ("$many", StandsForMany), ("$reason", reason), ("$id", article));

    /// <summary>Notes that many pages gave the article's text, which may thus be none of its own.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    /// <param name="at">When that was seen.</param>
    public static void NoteMany(SqlSession session, long article, DateTimeOffset at) => session.Send(
        "UPDATE article SET worse_at = COALESCE(worse_at, $at), worse_reason = $reason WHERE id = $id",
        ("$at", Moment.Text(at)), ("$reason", StandsForMany), ("$id", article));

    /// <summary>Whether many pages gave the article's text, be it that each has one of its own again by now.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    public static bool IsOfMany(SqlSession session, long article) =>
        session.Scalar<string>("SELECT worse_reason FROM article WHERE id = $id", ("$id", article)) == StandsForMany;

    /// <summary>The article stands where it stood. That its text is of many stays noted as long as one of them gives it.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    /// <param name="at">When it was looked at.</param>
    public static void Unchanged(SqlSession session, long article, DateTimeOffset at)
    {
        session.Send("UPDATE article SET checked_at = $at WHERE id = $id", ("$at", Moment.Text(at)), ("$id", article));
        session.Send(
            """
            UPDATE article SET worse_at = NULL, worse_reason = NULL
            WHERE id = $id AND worse_at IS NOT NULL
            AND NOT (worse_reason = $many AND EXISTS (SELECT 1 FROM url WHERE article_id = $id AND status = 'duplicate'))
            """,
            ("$id", article), ("$many", StandsForMany));
    }

    /// <summary>The article has another text.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="article">The article.</param>
    public static void Changed(SqlSession session, long article) =>
        session.Send("UPDATE article SET worse_at = NULL, worse_reason = NULL WHERE id = $id AND worse_at IS NOT NULL", ("$id", article));
}
