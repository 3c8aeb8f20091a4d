namespace Scraper.Storage;

/// <summary>How a run of a site ended.</summary>
public enum SiteRunOutcome
{
    /// <summary>Every source answered and every page was dealt with.</summary>
    Succeeded,

    /// <summary>Some sources or pages failed.</summary>
    PartlyFailed,

    /// <summary>Nothing worked.</summary>
    Failed,
}
