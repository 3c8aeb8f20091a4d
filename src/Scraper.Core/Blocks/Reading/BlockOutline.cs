namespace Scraper.Core.Blocks;

/// <summary>
/// What the one walk over the tree saw around the blocks, in flat lists: the containers in page order with the
/// range of blocks each holds, and the elements of the head that speak about the page.
/// </summary>
/// <param name="elements">Elements of the page.</param>
internal sealed class BlockOutline(int elements)
{
    /// <summary>Block-level elements in page order; a parent stands before its children.</summary>
    public List<BlockContainer> Containers { get; } = new((elements / 2) + 1);

    /// <summary>For each block what the walk knew of it.</summary>
    public List<BlockOrigin> Origins { get; } = new(128);

    /// <summary><c>meta</c> elements in page order.</summary>
    public List<HtmlElement> Metas { get; } = [];

    /// <summary><c>script</c> elements that hold data (JSON) in page order.</summary>
    public List<HtmlElement> Data { get; } = [];

    /// <summary>Other <c>script</c> elements that are long enough to hold an article, in page order.</summary>
    public List<HtmlElement> Scripts { get; } = [];

    /// <summary>The first <c>title</c> of the page.</summary>
    public HtmlElement? Title { get; set; }

    /// <summary>The address the page gives itself, as written.</summary>
    public string? Canonical { get; set; }

    /// <summary>The values by which the elements of page and parts are called.</summary>
    public required AttributeValues Values { get; set; }

    /// <summary>Index of the first block that was read from the page's data; <see langword="null"/> where there is none.</summary>
    public int? FirstDataBlock { get; set; }
}
