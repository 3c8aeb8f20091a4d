namespace Scraper.Core.Blocks;

/// <summary>A block-level element and the blocks in it.</summary>
/// <param name="Element">The element.</param>
/// <param name="Parent">Index of the container around it, -1 for the document.</param>
/// <param name="Depth">Containers around it.</param>
/// <param name="FirstBlock">Index of the first block in it.</param>
internal record struct BlockContainer(HtmlElement Element, int Parent, int Depth, int FirstBlock)
{
    /// <summary>Index after the last block in it.</summary>
    public int EndBlock { get; set; }

    /// <summary>Pictures, videos and frames in it and below.</summary>
    public int Media { get; set; }

    /// <summary>Form controls in it and below.</summary>
    public int Controls { get; set; }
}
