namespace Scraper.Storage.Sql;

/// <summary>Which articles share MinHash bands: the table <c>band</c>.</summary>
internal interface IBandIndex
{
    /// <summary>Reads ahead of the writer, outside its transaction; null where that would be for nothing.</summary>
    BandLook? Look(IReadOnlyList<long> bands);

    /// <summary>The other articles of this epoch and the one before that share a band, once a band, with the band's number.</summary>
    /// <param name="id">The article.</param>
    /// <param name="bands">Its bands.</param>
    /// <param name="ahead">What <see cref="Look"/> has read of them.</param>
    IReadOnlyCollection<(long Band, long Article)> Near(long id, IReadOnlyList<long> bands, BandLook? ahead);

    /// <summary>Adds an article whose fingerprint has been written.</summary>
    void Add(long id, IEnumerable<long> bands);

    /// <summary>Takes an article out.</summary>
    void Remove(long id, IReadOnlyList<long> bands);
}
