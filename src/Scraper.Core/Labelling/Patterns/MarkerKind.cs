namespace Scraper.Core.Labelling;

/// <summary>What a marker of a language file says about the line it matches.</summary>
internal enum MarkerKind
{
    /// <summary>The line opens a part of the page that is not the article.</summary>
    Section,

    /// <summary>The line opens what closes the page: the company, the author, whom to ask. Believed only near the end.</summary>
    Ending,

    /// <summary>The line itself is not the article.</summary>
    Line,

    /// <summary>The line itself is not the article, even if it is a whole sentence: "We may earn a commission …".</summary>
    Notice,

    /// <summary>The same, believed only after the article or at its end: "She is a contributing writer …".</summary>
    Closing,

    /// <summary>Words in brackets that only a caption has: "(pictured left)".</summary>
    CaptionCue,

    /// <summary>Words that introduce a picture's credit, before a colon: "Photograph:".</summary>
    CaptionCredit,

    /// <summary>The words that a caption ends with: "Click to enlarge".</summary>
    CaptionEnding,

    /// <summary>The name of a field whose value is missing: "By".</summary>
    EmptyField,
}
