namespace Scraper.Scheduling;

/// <summary>How an attempt to visit a site ended.</summary>
internal enum VisitEnd
{
    /// <summary>It was made, well or badly, and the store knows.</summary>
    Made,

    /// <summary>Cut off by the end of the process.</summary>
    CutOff,

    /// <summary>The store was in trouble: worth another try soon.</summary>
    StoreFailed,

    /// <summary>A bug of ours.</summary>
    Failed,

    /// <summary>Another node has taken the site over in the middle of it.</summary>
    TurnOver,

    /// <summary>Another node is visiting the site.</summary>
    Held,
}
