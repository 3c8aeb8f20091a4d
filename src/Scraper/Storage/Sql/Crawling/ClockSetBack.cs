namespace Scraper.Storage.Sql;

/// <summary>
/// What a clock that ran far ahead has noted would keep a site's pages from being looked at, and its articles from being
/// updated, until that time has come.
/// </summary>
internal static class ClockSetBack
{
    /// <summary>A clock that is off by less has put things right by itself soon enough.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>At the start of a visit: where the last one began in the future, what was noted in the future counts as noted now, and is due.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="siteId">The site.</param>
    /// <param name="at">When this visit begins.</param>
    public static void Mend(SqlSession session, long siteId, DateTimeOffset at)
    {
        if (Moment.ReadOrNull(session.Scalar<string>("SELECT started_at FROM site WHERE id = $id", ("$id", siteId))) is not { } last || last <= at + Slack)
        {
            return;
        }

        var now = Moment.Text(at);
        session.Send(
            """
            UPDATE url SET
                first_seen_at = CASE WHEN first_seen_at > $at THEN $at ELSE first_seen_at END,
                visited_at = CASE WHEN visited_at > $at THEN $at ELSE visited_at END,
                next_visit_at = CASE WHEN next_visit_at > $at THEN $at ELSE next_visit_at END
            WHERE site_id = $id AND (first_seen_at > $at OR visited_at > $at)
            """,
            ("$at", now), ("$id", siteId));
        session.Send("UPDATE article SET checked_at = $at WHERE site_id = $id AND checked_at > $at", ("$at", now), ("$id", siteId));
        session.Send("UPDATE site SET last_article_at = $at WHERE id = $id AND last_article_at > $at", ("$at", now), ("$id", siteId));
    }
}
