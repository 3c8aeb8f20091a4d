namespace Scraper.Storage.Sql;

/// <summary>Which articles share MinHash bands: the table <c>band</c>.</summary>
internal interface IBandIndex
{
    /// <summary>The articles of this epoch and the one before that share a band, once a band, with the band's number.</summary>
    IReadOnlyCollection<(long Band, long Article)> Near(long id, IReadOnlyList<long> bands);

    /// <summary>Adds an article whose fingerprint has been written.</summary>
    void Add(long id, IEnumerable<long> bands);

    /// <summary>Takes an article out.</summary>
    void Remove(long id, IReadOnlyList<long> bands);
}
