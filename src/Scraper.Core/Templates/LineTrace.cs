namespace Scraper.Core.Templates;

/// <summary>What is kept of the wording of a line that may be a site's own: one at an edge of the text, or one that leads elsewhere. 0 stands for none.</summary>
/// <param name="Path">Its structural path as a number.</param>
/// <param name="Frame">Its words around the links that it is mostly made of: <c>Read also:</c>.</param>
/// <param name="IsEdge">Whether it stands at an edge of the text.</param>
/// <param name="Opening">Its first words, at an edge.</param>
/// <param name="Closing">Its last words, at an edge.</param>
public readonly record struct LineTrace(ulong Path, ulong Frame, bool IsEdge, ulong Opening, ulong Closing)
{
    /// <summary>Path and frame as one number.</summary>
    internal ulong FrameKey => BlockTrace.Join(Path, Frame);
}
