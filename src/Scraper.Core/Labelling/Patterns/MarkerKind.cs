namespace Scraper.Core.Labelling;

/// <summary>What a marker of a language file says about the line it matches.</summary>
internal enum MarkerKind
{
    /// <summary>The line opens a part of the page that is not the article.</summary>
    Section,

    /// <summary>The line itself is not the article.</summary>
    Line,

    /// <summary>Words in brackets that only a caption has: "(pictured left)".</summary>
    CaptionCue,

    /// <summary>Words that introduce a picture's credit, before a colon: "Photograph:".</summary>
    CaptionCredit,

    /// <summary>The words that a caption ends with: "Click to enlarge".</summary>
    CaptionEnding,

    /// <summary>The name of a field whose value is missing: "By".</summary>
    EmptyField,
}
