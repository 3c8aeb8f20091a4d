namespace Scraper.Storage;

/// <summary>What happened to an article.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Stored,

    /// <summary>The publisher changed it.</summary>
    Publisher,

    /// <summary>We read it otherwise.</summary>
    Extractor,

    /// <summary>It was deleted: a tombstone.</summary>
    Deleted,
}
