namespace Scraper.Core.Labelling;

/// <summary>Who gave a label, in the order in which labellers are believed.</summary>
public enum ReasonKind
{
    /// <summary>A rule of the site: selector, marker or line pattern.</summary>
    SiteRule,

    /// <summary>A pattern of the language: "Read more at …", "(pictured)".</summary>
    Pattern,

    /// <summary>It says again what another block says.</summary>
    Repeat,

    /// <summary>It stands on many pages of the site.</summary>
    Template,

    /// <summary>Where it stands: before the title, after the end of the article.</summary>
    Position,

    /// <summary>The generic labeller's score.</summary>
    Model,
}
