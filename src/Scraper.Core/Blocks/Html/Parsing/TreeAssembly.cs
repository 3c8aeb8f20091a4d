using System.Buffers;

namespace Scraper.Core.Blocks.Parsing;

/// <summary>Makes the light tree of the nodes that tree construction has linked: each object once, the children of an element side by side.</summary>
internal sealed class TreeAssembly(NodeStore nodes, AttributeStore attributes, TextArena arena, List<TagName> others)
{
    /// <summary>An array of these stays below what the garbage collector treats as large.</summary>
    private const int Largest = 8 * 1024;

    private readonly (TextSlice Run, HtmlText? Text)[] _spaces = new (TextSlice, HtmlText?)[SpaceRuns.Most];
    private HtmlNode[] _children = [];
    private int _used;

    /// <summary>The first <c>base</c> with an address.</summary>
    public HtmlElement? Base { get; private set; }

    /// <summary>The document.</summary>
    public HtmlElement Assemble()
    {
        var rented = ArrayPool<HtmlNode>.Shared.Rent(nodes.Count);

        // Through a span a store is not checked for covariance.
        var made = rented.AsSpan(0, nodes.Count);
        var document = new HtmlElement(TagName.Document, default, -1);
        made[0] = document;
        for (var i = 1; i < made.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            made[i] = node.Name switch
            {
                Node.SpaceName => Space(node.Text),
                Node.TextName => new HtmlText(arena.Memory(node.Text)),
                _ => Made(new HtmlElement(Name(node.Name), attributes.Pairs(node.Attributes), node.Offset)),
            };
        }

        var left = made.Length;
        for (var i = 0; i < made.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Count > 0)
            {
                Place((HtmlElement)made[i], node, made, left);
                left -= node.Count;
            }
        }

        ArrayPool<HtmlNode>.Shared.Return(rented, clearArray: true);
        return document;
    }

    private HtmlElement Made(HtmlElement element)
    {
        if (element.Tag.Id == TagId.Base && element.Attributes.Find(AttributeKind.Href) is not null)
        {
            Base ??= element;
        }

        return element;
    }

    private void Place(HtmlElement element, in Node node, ReadOnlySpan<HtmlNode> made, int left)
    {
        if (_children.Length - _used < node.Count)
        {
            _children = new HtmlNode[Math.Max(node.Count, Math.Min(left, Largest))];
            _used = 0;
        }

        var children = _children.AsSpan(_used, node.Count);
        var child = node.First;
        for (var i = 0; i < children.Length; i++, child = nodes[child].Next)
        {
            var own = made[child];
            if (own is HtmlElement inner)
            {
                inner.Parent = element;
            }

            children[i] = own;
        }

        element.Adopt(_children, _used, node.Count);
        _used += node.Count;
    }

    /// <summary>White space, one text for all places that have the same.</summary>
    private HtmlText Space(TextSlice run)
    {
        ref var space = ref _spaces[run.Start % SpaceRuns.Most];
        if (space.Text is not { } text || space.Run != run)
        {
            text = new HtmlText(arena.Memory(run));
            space = (run, text);
        }

        return text;
    }

    private TagName Name(int index) => index < TagNames.Known.Length ? TagNames.Known[index] : others[index - TagNames.Known.Length];
}
