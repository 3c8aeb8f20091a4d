namespace Scraper.Core.Verdicts;

/// <summary>Where on a page a phrase tells what the page is.</summary>
internal enum VerdictPlace
{
    /// <summary>The document's title or a part of it between separators, or a first-level heading; all of it.</summary>
    Title,

    /// <summary>A block; all of it.</summary>
    Line,

    /// <summary>A part of the path that another address has led to, without its ending; all of it.</summary>
    Address,
}
