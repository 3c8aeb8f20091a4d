namespace Scraper.Storage.Sql;

/// <summary>Numbers of sites, and how many articles each has. The counts come after a change's number, which one writer at a time holds.</summary>
internal static class SiteRows
{
    private const string Newest = "last_article_at = CASE WHEN last_article_at > $at THEN last_article_at ELSE $at END";

    /// <summary>The number of a site, which is made where there is none.</summary>
    public static long IdOf(SqlSession session, string name)
    {
        var id = session.Scalar<long>("SELECT id FROM site WHERE name = $name", ("$name", name));
        if (id == 0)
        {
            session.Execute("INSERT INTO site (name) VALUES ($name) ON CONFLICT DO NOTHING", ("$name", name));
            id = session.Scalar<long>("SELECT id FROM site WHERE name = $name", ("$name", name));
        }

        return id;
    }

    /// <summary>Counts a new article of a site.</summary>
    public static void Stored(SqlSession session, long id, string at) => session.Send(
        $"UPDATE site SET articles = articles + 1, {Newest} WHERE id = $id", ("$at", at), ("$id", id));

    /// <summary>Notes that an article of a site has another text.</summary>
    public static void Changed(SqlSession session, long id, string at) => session.Send($"UPDATE site SET {Newest} WHERE id = $id", ("$at", at), ("$id", id));

    /// <summary>Counts an article at the site whose rule reads it now. Its pages go with it, and those of its addresses that the old site was to look at.</summary>
    public static void Moved(SqlSession session, long articleId, long from, long to, string at)
    {
        Deleted(session, from);
        Stored(session, to, at);
        session.Send("UPDATE page SET site_id = $to WHERE article_id = $article", ("$to", to), ("$article", articleId));
        session.Send("UPDATE url SET site_id = $to WHERE article_id = $article AND site_id = $from", ("$to", to), ("$article", articleId), ("$from", from));
    }

    /// <summary>Counts an article of a site that is no more.</summary>
    public static void Deleted(SqlSession session, long id) => session.Send("UPDATE site SET articles = articles - 1 WHERE id = $id", ("$id", id));
}
