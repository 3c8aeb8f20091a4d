namespace Scraper.Core.Drift;

/// <summary>What can go wrong with a site.</summary>
public enum DriftSignal
{
    /// <summary>The verdict is that its pages are no articles.</summary>
    Refused,

    /// <summary>The rule does not find the body.</summary>
    FellBack,

    /// <summary>A selector that nearly always found something finds nothing.</summary>
    SelectorMissed,

    /// <summary>Texts are far shorter than they were.</summary>
    Shrunk,

    /// <summary>Texts are far longer than they were.</summary>
    Swelled,

    /// <summary>The title is that of other pages.</summary>
    TitleRepeats,

    /// <summary>There is no title.</summary>
    TitleVanished,

    /// <summary>There is no author.</summary>
    AuthorVanished,

    /// <summary>There is no date.</summary>
    DateVanished,

    /// <summary>There are no captions.</summary>
    CaptionsVanished,

    /// <summary>Captions stand in the text.</summary>
    CaptionsInText,

    /// <summary>Much of the text is links.</summary>
    Links,

    /// <summary>The text is not what it would be without the rule.</summary>
    Disagreement,

    /// <summary>The text stands at a place on the page where none stood before.</summary>
    Moved,

    /// <summary>There is another article's headline on the page.</summary>
    SecondHeadline,
}
