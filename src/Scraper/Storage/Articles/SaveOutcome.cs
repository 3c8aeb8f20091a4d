namespace Scraper.Storage;

/// <summary>What became of a saved page.</summary>
public enum SaveOutcome
{
    /// <summary>A new article.</summary>
    Stored,

    /// <summary>The publisher changed a known article: a publisher revision.</summary>
    Updated,

    /// <summary>Our rules or model changed what is read from the same page: an extractor revision.</summary>
    Relabelled,

    /// <summary>A known article, as it was. No revision, no change number.</summary>
    Unchanged,

    /// <summary>Worse than what is stored: kept beside it, the good text stays.</summary>
    Worse,

    /// <summary>The same text as another article of the same site: kept as another URL of that one.</summary>
    Duplicate,
}
