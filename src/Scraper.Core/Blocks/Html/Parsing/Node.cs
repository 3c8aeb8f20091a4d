namespace Scraper.Core.Blocks.Parsing;

/// <summary>A node of the tree while it is built. Nodes are named by their place in the <see cref="NodeStore"/>; 0 is the document, and none.</summary>
internal struct Node
{
    /// <summary>The name of a text.</summary>
    public const int TextName = -1;

    /// <summary>The name of a text of nothing but white space.</summary>
    public const int SpaceName = -2;

    public int Parent;
    public int First;
    public int Last;
    public int Previous;
    public int Next;

    /// <summary>How many children it has.</summary>
    public int Count;

    /// <summary>The <see cref="TagName.Index"/> of an element.</summary>
    public int Name;

    /// <summary>Where an element's start tag stands in the page; -1 for one that was made up.</summary>
    public int Offset;

    private int _chunk;
    private int _start;
    private int _length;

    public AttributeRange Attributes
    {
        readonly get => new(_chunk, _start, _length);
        set => (_chunk, _start, _length) = (value.Chunk, value.Start, value.Count);
    }

    public TextSlice Text
    {
        readonly get => new(_chunk, _start, _length);
        set => (_chunk, _start, _length) = (value.Chunk, value.Start, value.Length);
    }
}
