namespace Scraper.Storage.Sql;

/// <summary>What the table <c>band</c> says of an article's bands, looked up on the caller's connection, ahead of the writer.</summary>
/// <param name="Change">A change that had been committed when the table was read.</param>
/// <param name="Keys">The keys of these bands in the table.</param>
internal sealed record BandLook(long Change, IReadOnlyList<long> Keys);
