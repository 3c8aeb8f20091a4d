namespace Scraper.Core.Sites;

/// <summary>A part of an article that a site rule can point at.</summary>
public enum SiteField
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>The line under it.</summary>
    Subtitle,

    /// <summary>Summary bullets.</summary>
    Summary,

    /// <summary>Authors.</summary>
    Author,

    /// <summary>Date of publication.</summary>
    Date,

    /// <summary>Date of the last change.</summary>
    Modified,

    /// <summary>The container (or containers) of the body.</summary>
    Body,

    /// <summary>Captions.</summary>
    Captions,

    /// <summary>Section or category.</summary>
    Section,

    /// <summary>Keywords.</summary>
    Tags,
}
