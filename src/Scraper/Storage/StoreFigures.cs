namespace Scraper.Storage;

/// <summary>Size and counts of a store.</summary>
/// <param name="SchemaVersion">Version of its schema.</param>
/// <param name="Engine">Name and version of the engine below.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Revisions">Revisions of all articles.</param>
/// <param name="Pages">Archived pages.</param>
/// <param name="ArchiveBytes">Stored bytes of the archive.</param>
/// <param name="ChangeSeq">The last change number given.</param>
public sealed record StoreFigures(
    int SchemaVersion, string Engine, long Bytes, long Articles, long Revisions, long Pages, long ArchiveBytes, long ChangeSeq);
