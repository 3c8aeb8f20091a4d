namespace Scraper.Core.Blocks.Parsing;

// SVG and MathML (HTML Living Standard 13.2.6.5).
internal sealed partial class TreeBuilder
{
    private readonly Dictionary<(string Name, TagTraits Space), TagName> _foreignNames = [];

    /// <summary>Whether the start tag that is being taken is HTML although it stands in an element of SVG or MathML.</summary>
    private bool IsHtmlIn(in OpenElement element) =>
        element.Is(TagTraits.HtmlPoint)
        || (element.Is(TagTraits.MathTextPoint) && _tag.Text is not ("mglyph" or "malignmark"))
        || (_tag.Id == TagId.Svg && element.Is(TagTraits.MathMl) && element.Name == TagNames.MathMl.Find("annotation-xml")!.Index);

    private void StartForeign()
    {
        if (IsBreakout())
        {
            LeaveForeign();
            Start(_mode);
        }
        else
        {
            InsertForeign(_open.Top.Traits & TagTraits.Foreign);
        }
    }

    private bool IsBreakout() => _tag.Id switch
    {
        TagId.B or TagId.Big or TagId.BlockQuote or TagId.Body or TagId.Br or TagId.Center or TagId.Code or TagId.Dd or TagId.Div or TagId.Dl or TagId.Dt or TagId.Em or TagId.Embed
            or TagId.H1 or TagId.H2 or TagId.H3 or TagId.H4 or TagId.H5 or TagId.H6 or TagId.Head or TagId.Hr or TagId.I or TagId.Img or TagId.Li or TagId.Listing or TagId.Menu
            or TagId.Meta or TagId.NoBr or TagId.Ol or TagId.P or TagId.Pre or TagId.Ruby or TagId.S or TagId.Small or TagId.Span or TagId.Strong or TagId.Strike or TagId.Sub
            or TagId.Sup or TagId.Table or TagId.Tt or TagId.U or TagId.Ul or TagId.Var => true,
        TagId.Font => HasFontAttribute(),
        _ => false,
    };

    private bool HasFontAttribute()
    {
        foreach (ref readonly var pair in _attributes.PendingPairs)
        {
            if (pair.Name.Span is "color" or "face" or "size")
            {
                return true;
            }
        }

        return false;
    }

    private void LeaveForeign()
    {
        while (_open.Top.Is(TagTraits.Foreign) && !_open.Top.Is(TagTraits.HtmlPoint | TagTraits.MathTextPoint))
        {
            _open.Pop();
        }
    }

    private void InsertForeign(TagTraits space)
    {
        var tag = Foreign(space);
        _attributes.Rename(space == TagTraits.Svg ? ForeignNames.SvgAttributes : ForeignNames.MathMlAttributes);
        var traits = tag.Traits | (space == TagTraits.MathMl && tag.Text == "annotation-xml" && HoldsHtml() ? TagTraits.HtmlPoint : TagTraits.None);
        var node = _nodes.AddElement(tag.Index, _tokenizer.Offset, _attributes.Keep());
        Place(node);
        if (!_tokenizer.IsSelfClosing)
        {
            _open.Push(new OpenElement(node, tag.Index, TagId.Other, traits));
        }
    }

    private bool HoldsHtml()
    {
        foreach (ref readonly var pair in _attributes.PendingPairs)
        {
            if (pair.Name.Span is "encoding")
            {
                return pair.Value.Span.Equals("text/html", StringComparison.OrdinalIgnoreCase) || pair.Value.Span.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }

    private TagName Foreign(TagTraits space)
    {
        var name = space == TagTraits.Svg && ForeignNames.SvgElements.TryGetValue(_tag.Text, out var adjusted) ? adjusted : _tag.Text;
        var known = (space == TagTraits.Svg ? TagNames.Svg : TagNames.MathMl).Find(name);
        if (known is not null || _foreignNames.TryGetValue((name, space), out known))
        {
            return known;
        }

        known = new TagName(name, TagId.Other, space, TagNames.Known.Length + _tokenizer.Others.Count);
        _tokenizer.Others.Add(known);
        return _foreignNames[(name, space)] = known;
    }

    private void EndForeign()
    {
        if (_tag.Id is TagId.Br or TagId.P)
        {
            LeaveForeign();
            End(_mode);
            return;
        }

        for (var i = _open.Count - 1; i > 0; i--)
        {
            if (!_open[i].Is(TagTraits.Foreign))
            {
                End(_mode);
                return;
            }

            if (Name(_open[i].Name).Equals(_tag.Text, StringComparison.OrdinalIgnoreCase))
            {
                _open.PopTo(i);
                return;
            }
        }
    }

    private string Name(int index) => index < TagNames.Known.Length ? TagNames.Known[index].Text : _tokenizer.Others[index - TagNames.Known.Length].Text;
}
