using System.Buffers;

namespace Scraper.Core.Blocks.Parsing;

/// <summary>The nodes of a tree while it is built, linked to one another by number: moving one costs the same wherever it stands.</summary>
internal sealed class NodeStore : IDisposable
{
    private Node[] _nodes;

    /// <param name="expected">How many nodes there may be; more are no error.</param>
    public NodeStore(int expected)
    {
        _nodes = ArrayPool<Node>.Shared.Rent(expected);
        _nodes[0] = default;
        Count = 1;
    }

    /// <summary>How many nodes were made, the document counted.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are elements.</summary>
    public int Elements { get; private set; }

    public ref Node this[int node] => ref _nodes[node];

    public int AddElement(int name, int offset, AttributeRange attributes)
    {
        Elements++;
        var node = Add();
        _nodes[node] = new Node { Name = name, Offset = offset, Attributes = attributes };
        return node;
    }

    /// <summary>Puts a node behind the last child of a parent.</summary>
    public void Append(int parent, int node)
    {
        ref var own = ref _nodes[node];
        ref var above = ref _nodes[parent];
        own.Parent = parent;
        own.Previous = above.Last;
        own.Next = 0;
        if (above.Last == 0)
        {
            above.First = node;
        }
        else
        {
            _nodes[above.Last].Next = node;
        }

        above.Last = node;
        above.Count++;
    }

    /// <summary>Puts a node in front of another one.</summary>
    public void InsertBefore(int node, int sibling)
    {
        var (parent, previous) = (_nodes[sibling].Parent, _nodes[sibling].Previous);
        ref var own = ref _nodes[node];
        (own.Parent, own.Previous, own.Next) = (parent, previous, sibling);
        _nodes[sibling].Previous = node;
        if (previous == 0)
        {
            _nodes[parent].First = node;
        }
        else
        {
            _nodes[previous].Next = node;
        }

        _nodes[parent].Count++;
    }

    /// <summary>Takes a node out of its parent, if it has one.</summary>
    public void Remove(int node)
    {
        ref var own = ref _nodes[node];
        ref var above = ref _nodes[own.Parent];
        if (own.Previous == 0 && above.First != node)
        {
            return;
        }

        if (own.Previous == 0)
        {
            above.First = own.Next;
        }
        else
        {
            _nodes[own.Previous].Next = own.Next;
        }

        if (own.Next == 0)
        {
            above.Last = own.Previous;
        }
        else
        {
            _nodes[own.Next].Previous = own.Previous;
        }

        above.Count--;
        (own.Parent, own.Previous, own.Next) = (0, 0, 0);
    }

    /// <summary>Puts all children of a node behind those of another.</summary>
    public void MoveChildren(int from, int to)
    {
        for (var child = _nodes[from].First; child != 0;)
        {
            var next = _nodes[child].Next;
            Append(to, child);
            child = next;
        }

        (_nodes[from].First, _nodes[from].Last, _nodes[from].Count) = (0, 0, 0);
    }

    /// <summary>Makes a text; where it goes on in the page from the text before it, it joins that instead.</summary>
    /// <param name="parent">Where it goes.</param>
    /// <param name="sibling">The child it goes in front of; 0 for the end.</param>
    /// <param name="text">The characters.</param>
    /// <param name="isSpace">Whether they are nothing but white space, wherever they were read.</param>
    public void AddText(int parent, int sibling, TextSlice text, bool isSpace)
    {
        var before = sibling == 0 ? _nodes[parent].Last : _nodes[sibling].Previous;
        if (!isSpace && before != 0 && _nodes[before].Name == Node.TextName && _nodes[before].Text is var joined && joined.Chunk == text.Chunk && joined.Start + joined.Length == text.Start)
        {
            _nodes[before].Text = joined with { Length = joined.Length + text.Length };
            return;
        }

        var node = Add();
        _nodes[node] = new Node { Name = isSpace ? Node.SpaceName : Node.TextName, Text = text };
        if (sibling == 0)
        {
            Append(parent, node);
        }
        else
        {
            InsertBefore(node, sibling);
        }
    }

    public void Dispose()
    {
        ArrayPool<Node>.Shared.Return(_nodes);
        _nodes = [];
    }

    private int Add()
    {
        if (Count == _nodes.Length)
        {
            var more = ArrayPool<Node>.Shared.Rent(Count * 2);
            _nodes.AsSpan(0, Count).CopyTo(more);
            ArrayPool<Node>.Shared.Return(_nodes);
            _nodes = more;
        }

        return Count++;
    }
}
