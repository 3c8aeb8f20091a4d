namespace Scraper.Core.Blocks.Parsing;

// Formatting elements that are closed in the wrong order or left open (HTML Living Standard 13.2.4.3 and 13.2.6.4.7).
internal sealed partial class TreeBuilder
{
    private const int MostAdoptions = 8;
    private const int MostClones = 3;

    /// <summary>Reconstructs the active formatting elements: opens anew those that a block has closed.</summary>
    private void Reconstruct()
    {
        var index = _formatting.Count - 1;
        if (index < 0 || IsMarkerOrOpen(index))
        {
            return;
        }

        while (index > 0 && !IsMarkerOrOpen(index - 1))
        {
            index--;
        }

        for (; index < _formatting.Count && _open.Count < _limits.Depth * 2; index++)
        {
            var node = _nodes.AddElement(_formatting[index].Name, -1, _nodes[_formatting[index].Node].Attributes);
            Place(node);
            _formatting[index] = _formatting[index] with { Node = node };
            _open.Push(_formatting[index]);
        }
    }

    private bool IsMarkerOrOpen(int index) => _formatting[index].Node == 0 || _open.IndexOf(_formatting[index].Node) >= 0;

    /// <summary>The adoption agency algorithm: closes a formatting element, and where a block stands open in it, lets it go on inside the block.</summary>
    private void Adopt(TagId subject)
    {
        if (_open.Top.Id == subject && _formatting.IndexOf(_open.Top.Node) < 0)
        {
            _open.Pop();
            return;
        }

        for (var round = 0; round < MostAdoptions; round++)
        {
            var listed = _formatting.LastIndexOf(subject);
            if (listed < 0)
            {
                CloseOther();
                return;
            }

            var formatting = _formatting[listed];
            var open = _open.IndexOf(formatting.Node);
            if (open < 0)
            {
                _formatting.RemoveAt(listed);
                return;
            }

            if (!IsInScope(open))
            {
                return;
            }

            var block = open + 1;
            while (block < _open.Count && !_open[block].Is(TagTraits.Special))
            {
                block++;
            }

            if (block == _open.Count)
            {
                _open.PopTo(open);
                _formatting.RemoveAt(listed);
                return;
            }

            Adopt(formatting, open, block);
        }
    }

    /// <summary>One round: the block leaves the formatting element and takes a copy of it along.</summary>
    private void Adopt(OpenElement formatting, int open, int block)
    {
        var ancestor = _open[open - 1];
        var furthest = _open[block];
        var bookmark = _formatting.IndexOf(formatting.Node);
        var last = furthest.Node;
        var clones = 0;
        for (var i = block - 1; i > open; i--)
        {
            var node = _open[i];
            var listed = _formatting.IndexOf(node.Node);
            if (++clones > MostClones && listed >= 0)
            {
                _formatting.RemoveAt(listed);
                bookmark -= listed < bookmark ? 1 : 0;
                listed = -1;
            }

            if (listed < 0)
            {
                _open.RemoveAt(i);
                continue;
            }

            var clone = node with { Node = _nodes.AddElement(node.Name, -1, _nodes[node.Node].Attributes) };
            _open.Replace(i, clone);
            _formatting[listed] = clone;
            if (last == furthest.Node)
            {
                bookmark = listed + 1;
            }

            _nodes.Remove(last);
            _nodes.Append(clone.Node, last);
            last = clone.Node;
        }

        _nodes.Remove(last);
        var (parent, sibling) = FosterPlace(ancestor);
        if (sibling == 0)
        {
            _nodes.Append(parent, last);
        }
        else
        {
            _nodes.InsertBefore(last, sibling);
        }

        var copy = formatting with { Node = _nodes.AddElement(formatting.Name, -1, _nodes[formatting.Node].Attributes) };
        _nodes.MoveChildren(furthest.Node, copy.Node);
        _nodes.Append(furthest.Node, copy.Node);
        var old = _formatting.IndexOf(formatting.Node);
        _formatting.RemoveAt(old);
        _formatting.Insert(old < bookmark ? bookmark - 1 : bookmark, copy);
        _open.RemoveAt(_open.IndexOf(formatting.Node));
        _open.InsertAt(_open.IndexOf(furthest.Node) + 1, copy);
    }

    /// <summary>Whether no element above an open one bounds the scope.</summary>
    private bool IsInScope(int open)
    {
        for (var i = _open.Count - 1; i > open; i--)
        {
            if (_open[i].Is(TagTraits.Scope))
            {
                return false;
            }
        }

        return true;
    }
}
