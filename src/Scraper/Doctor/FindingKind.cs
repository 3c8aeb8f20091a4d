namespace Scraper.Doctor;

/// <summary>How good or bad a finding is.</summary>
internal enum FindingKind
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but could be better.</summary>
    Warning,

    /// <summary>Something will not work.</summary>
    Bad,
}
