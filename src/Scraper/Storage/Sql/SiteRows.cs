namespace Scraper.Storage.Sql;

/// <summary>Numbers of sites.</summary>
internal static class SiteRows
{
    /// <summary>The number of a site, which is made where there is none.</summary>
    public static long IdOf(SqlSession session, string name)
    {
        var id = session.Scalar<long>("SELECT id FROM site WHERE name = $name", ("$name", name));
        return id != 0 ? id : session.Scalar<long>("INSERT INTO site (name) VALUES ($name) RETURNING id", ("$name", name));
    }
}
