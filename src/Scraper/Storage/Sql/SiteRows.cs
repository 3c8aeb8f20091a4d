namespace Scraper.Storage.Sql;

/// <summary>Numbers of sites.</summary>
internal static class SiteRows
{
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
}
