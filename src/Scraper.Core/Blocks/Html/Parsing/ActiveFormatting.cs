namespace Scraper.Core.Blocks.Parsing;

/// <summary>The list of active formatting elements (HTML Living Standard 13.2.4.3); a marker has node 0.</summary>
/// <param name="nodes">The nodes of the page.</param>
/// <param name="attributes">Their attributes.</param>
/// <param name="limit">Entries at most; an element beyond is not opened anew in the next block.</param>
internal sealed class ActiveFormatting(NodeStore nodes, AttributeStore attributes, int limit)
{
    /// <summary>Elements all alike of which only the last ones are kept: the "Noah's Ark clause".</summary>
    private const int MostAlike = 3;

    private readonly List<OpenElement> _entries = [];

    public int Count => _entries.Count;

    public OpenElement this[int index]
    {
        get => _entries[index];
        set => _entries[index] = value;
    }

    public void Mark() => _entries.Add(default);

    /// <summary>Takes away all entries up to and with the last marker.</summary>
    public void ClearToMarker()
    {
        while (_entries.Count > 0)
        {
            var node = _entries[^1].Node;
            _entries.RemoveAt(_entries.Count - 1);
            if (node == 0)
            {
                return;
            }
        }
    }

    public void Add(OpenElement element)
    {
        if (_entries.Count >= limit)
        {
            return;
        }

        var alike = 0;
        for (var i = _entries.Count - 1; i >= 0 && _entries[i].Node != 0; i--)
        {
            if (_entries[i].Id == element.Id && HaveSameAttributes(_entries[i].Node, element.Node) && ++alike == MostAlike)
            {
                _entries.RemoveAt(i);
                break;
            }
        }

        _entries.Add(element);
    }

    /// <summary>The index of the last entry of a name behind the last marker; -1 if there is none.</summary>
    public int LastIndexOf(TagId id)
    {
        for (var i = _entries.Count - 1; i >= 0 && _entries[i].Node != 0; i--)
        {
            if (_entries[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The index of a node; -1 if it is not in the list.</summary>
    public int IndexOf(int node)
    {
        var index = _entries.Count - 1;
        while (index >= 0 && _entries[index].Node != node)
        {
            index--;
        }

        return index;
    }

    public void RemoveAt(int index) => _entries.RemoveAt(index);

    public void Insert(int index, OpenElement element) => _entries.Insert(index, element);

    private bool HaveSameAttributes(int one, int other)
    {
        var (left, right) = (nodes[one].Attributes, nodes[other].Attributes);
        if (left.Count != right.Count)
        {
            return false;
        }

        var all = attributes.Pairs(right);
        foreach (ref readonly var pair in attributes.Pairs(left).Pairs)
        {
            if (all.Find(pair.Name.Span) is not { } value || !value.Span.SequenceEqual(pair.Value.Span))
            {
                return false;
            }
        }

        return true;
    }
}
