namespace Scraper.Storage;

/// <summary>Whose doing a revision is: the two clocks of an article.</summary>
public enum RevisionKind
{
    /// <summary>The publisher's: the page changed.</summary>
    Publisher,

    /// <summary>Ours: the page is the same, our rules or model read it otherwise.</summary>
    Extractor,
}
