namespace Scraper.Storage;

/// <summary>What the archive keeps of a site.</summary>
/// <param name="Site">Name of the site, or <see langword="null"/> for each site by itself.</param>
/// <param name="MaxAge">Pages fetched longer ago go; <see langword="null"/> for no limit.</param>
/// <param name="MaxBytes">Stored bytes a site; the oldest pages go first. <see langword="null"/> for no limit.</param>
public sealed record ArchiveRetention(string? Site, TimeSpan? MaxAge, long? MaxBytes);
