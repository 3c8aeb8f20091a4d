using System.Collections;
using AngleSharp.Html.Construction;

namespace Scraper.Core.Blocks;

/// <summary>The children of an element, in document order.</summary>
internal sealed class HtmlNodeList : IConstructableNodeList, IReadOnlyList<HtmlNode>
{
    /// <summary>The list of a node that cannot have children; anything put in is dropped.</summary>
    public static readonly HtmlNodeList Leaf = new(isLeaf: true);

    /// <summary>Nodes put elsewhere than at the end, at most.</summary>
    private const int MostMisplaced = 10_000;

    private readonly bool _isLeaf;
    private HtmlNode[] _nodes = [];
    private int _count;
    private int _misplaced;

    public HtmlNodeList()
    {
    }

    private HtmlNodeList(bool isLeaf) => _isLeaf = isLeaf;

    public int Count => _count;

    int IConstructableNodeList.Length => _count;

    public HtmlNode this[int index] =>
        (uint)index < (uint)_count ? _nodes[index] : throw new ArgumentOutOfRangeException(nameof(index));

    IConstructableNode IConstructableNodeList.this[int index] => this[index];

    public ReadOnlySpan<HtmlNode> AsSpan() => _nodes.AsSpan(0, _count);

    public void Insert(int index, HtmlNode node)
    {
        if (_isLeaf)
        {
            return;
        }

        // The parser looks for the place from the start: a list that it keeps on putting things into the midst of takes time by its square.
        if (index < _count && ++_misplaced > MostMisplaced)
        {
            throw new LimitReachedException();
        }

        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count == 0 ? 2 : _count * 2);
        }

        Array.Copy(_nodes, index, _nodes, index + 1, _count - index);
        _nodes[index] = node;
        _count++;
    }

    public void Remove(HtmlNode node)
    {
        // The parser takes away what it added last, so look from the end.
        var index = Array.LastIndexOf(_nodes, node, _count - 1, _count);
        if (index >= 0)
        {
            RemoveAt(index);
        }
    }

    public void RemoveAt(int index)
    {
        _nodes[index].Parent = null;
        _count--;
        Array.Copy(_nodes, index + 1, _nodes, index, _count - index);
        _nodes[_count] = null!;
    }

    public void Clear()
    {
        Array.Clear(_nodes, 0, _count);
        _count = 0;
    }

    public IEnumerator<HtmlNode> GetEnumerator()
    {
        for (var i = 0; i < _count; i++)
        {
            yield return _nodes[i];
        }
    }

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
