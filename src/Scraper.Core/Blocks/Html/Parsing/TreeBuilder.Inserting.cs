namespace Scraper.Core.Blocks.Parsing;

// Putting nodes into the tree (HTML Living Standard 13.2.6.1).
internal sealed partial class TreeBuilder
{
    /// <summary>Makes an element for the tag that is being taken and opens it.</summary>
    private void Insert() => Open(_tag, _tokenizer.Offset, _attributes.Keep());

    /// <summary>Makes an element for the tag that is being taken; it has no content.</summary>
    private void InsertVoid()
    {
        Insert();
        _open.Pop();
    }

    /// <summary>Makes an element that the page does not have.</summary>
    private void InsertImplied(TagId id) => Open(Known(id), -1, default);

    private static TagName Known(TagId id) => TagNames.Html[id];

    private void Open(TagName tag, int offset, AttributeRange attributes)
    {
        var node = _nodes.AddElement(tag.Index, offset, attributes);
        Place(node);
        _open.Push(new OpenElement(node, tag.Index, tag.Id, tag.Traits));
    }

    /// <summary>Puts a node at the appropriate place for inserting a node.</summary>
    private void Place(int node)
    {
        if (_open.Count == 0)
        {
            _nodes.Append(0, node);
            return;
        }

        var (parent, sibling) = _isFostering ? FosterPlace(_open.Top) : (_open.Top.Node, 0);
        if (sibling == 0)
        {
            _nodes.Append(parent, node);
        }
        else
        {
            _nodes.InsertBefore(node, sibling);
        }
    }

    private void InsertText(TextSlice text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var (parent, sibling) = _isFostering ? FosterPlace(_open.Top) : (_open.Top.Node, 0);
        var isSpace = _spaces.Has(ref text);
        _nodes.AddText(parent, sibling, text, isSpace);
    }

    /// <summary>Where what stands in a target goes: in front of the table, if it is a part of one.</summary>
    private (int Parent, int Sibling) FosterPlace(in OpenElement target)
    {
        if (!target.Is(TagTraits.Fosters))
        {
            return (target.Node, 0);
        }

        var table = _open.LastIndexOf(TagId.Table);
        var template = _open.Templates > 0 ? _open.LastIndexOf(TagId.Template) : -1;
        if (template > table)
        {
            return (_open[template].Node, 0);
        }

        if (table < 0)
        {
            return (_open[0].Node, 0);
        }

        var node = _open[table].Node;
        return _nodes[node].Parent != 0 ? (_nodes[node].Parent, node) : (_open[table - 1].Node, 0);
    }

    /// <summary>Makes an element whose text is not markup (13.2.6.2).</summary>
    private void InsertRaw(ContentModel model)
    {
        Insert();
        _isRaw = true;
        _tokenizer.Enter(model, _tag.Text);
    }

    /// <summary>Adds the attributes of the tag that is being taken to an element that lacks them.</summary>
    private void Merge(int node)
    {
        if (_attributes.Pending > 0)
        {
            _nodes[node].Attributes = _attributes.Merge(_nodes[node].Attributes);
        }
    }

    private bool IsSpace(TextSlice text)
    {
        foreach (var c in _arena.Span(text))
        {
            if (!CharacterClass.IsSpace(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How much white space a text begins with.</summary>
    private int SpaceAtStart(TextSlice text)
    {
        var span = _arena.Span(text);
        var i = 0;
        while (i < span.Length && CharacterClass.IsSpace(span[i]))
        {
            i++;
        }

        return i;
    }
}
