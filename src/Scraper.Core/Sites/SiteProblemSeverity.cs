namespace Scraper.Core.Sites;

/// <summary>How bad a problem of a rule file is.</summary>
public enum SiteProblemSeverity
{
    /// <summary>Worth knowing; nothing needs to be done.</summary>
    Note,

    /// <summary>The rule works, but may break or does less than its author thinks.</summary>
    Warning,

    /// <summary>The file is refused.</summary>
    Error,
}
