namespace Scraper.Core.Blocks.Parsing;

// Start tags in the body (HTML Living Standard 13.2.6.4.7).
internal sealed partial class TreeBuilder
{
    private void StartInBody()
    {
        switch (_tag.Id)
        {
            case TagId.Other or TagId.Span or TagId.Sub or TagId.Sup or TagId.Var or TagId.Ruby:
                Reconstruct();
                Insert();
                break;
            case TagId.Address or TagId.Article or TagId.Aside or TagId.BlockQuote or TagId.Center or TagId.Details or TagId.Dialog or TagId.Dir or TagId.Div or TagId.Dl
                or TagId.FieldSet or TagId.FigCaption or TagId.Figure or TagId.Footer or TagId.Header or TagId.HGroup or TagId.Main or TagId.Menu or TagId.Nav or TagId.Ol
                or TagId.P or TagId.Search or TagId.Section or TagId.Summary or TagId.Ul:
                CloseParagraph();
                Insert();
                break;
            case TagId.A:
                StartLink();
                break;
            case TagId.B or TagId.Big or TagId.Code or TagId.Em or TagId.Font or TagId.I or TagId.S or TagId.Small or TagId.Strike or TagId.Strong or TagId.Tt or TagId.U:
                Reconstruct();
                InsertFormatting();
                break;
            case TagId.NoBr:
                Reconstruct();
                if (_open.Has(TagId.NoBr))
                {
                    Adopt(TagId.NoBr);
                    Reconstruct();
                }

                InsertFormatting();
                break;
            case TagId.Area or TagId.Br or TagId.Embed or TagId.Img or TagId.KeyGen or TagId.Wbr:
                Reconstruct();
                InsertVoid();
                _isFramesetPossible = false;
                break;
            case TagId.Image:
                _tag = Known(TagId.Img);
                StartInBody();
                break;
            case TagId.Input:
                _isFramesetPossible = _isFramesetPossible && IsHiddenInput();
                Reconstruct();
                InsertVoid();
                break;
            case TagId.Param or TagId.Source or TagId.Track:
                InsertVoid();
                break;
            case TagId.Hr:
                CloseParagraph();
                InsertVoid();
                _isFramesetPossible = false;
                break;
            case TagId.Li:
                StartItem(TagId.Li, TagId.Li);
                break;
            case TagId.Dd or TagId.Dt:
                StartItem(TagId.Dd, TagId.Dt);
                break;
            case TagId.H1 or TagId.H2 or TagId.H3 or TagId.H4 or TagId.H5 or TagId.H6:
                CloseParagraph();
                if (_open.Top.Is(TagTraits.Heading))
                {
                    _open.Pop();
                }

                Insert();
                break;
            case TagId.Pre or TagId.Listing:
                CloseParagraph();
                Insert();
                _droppedLineEnd = _tokenizer.Position;
                _isFramesetPossible = false;
                break;
            case TagId.Form:
                StartForm();
                break;
            case TagId.Button:
                if (_open.Has(TagId.Button))
                {
                    _open.PopImplied();
                    _open.PopThrough(TagId.Button);
                }

                Reconstruct();
                Insert();
                _isFramesetPossible = false;
                break;
            case TagId.Applet or TagId.Marquee or TagId.Object:
                Reconstruct();
                Insert();
                _formatting.Mark();
                _isFramesetPossible = false;
                break;
            case TagId.Table:
                if (!_isQuirks)
                {
                    CloseParagraph();
                }

                Insert();
                _isFramesetPossible = false;
                _mode = InsertionMode.InTable;
                break;
            case TagId.Select:
                Reconstruct();
                Insert();
                _isFramesetPossible = false;
                _mode = _mode is InsertionMode.InTable or InsertionMode.InCaption or InsertionMode.InTableBody or InsertionMode.InRow or InsertionMode.InCell ? InsertionMode.InSelectInTable : InsertionMode.InSelect;
                break;
            case TagId.OptGroup or TagId.Option:
                if (_open.Top.Id == TagId.Option)
                {
                    _open.Pop();
                }

                Reconstruct();
                Insert();
                break;
            case TagId.Rb or TagId.Rtc or TagId.Rp or TagId.Rt:
                if (_open.Has(TagId.Ruby))
                {
                    _open.PopImplied(but: _tag.Id is TagId.Rp or TagId.Rt ? TagId.Rtc : TagId.Other);
                }

                Insert();
                break;
            case TagId.Math or TagId.Svg:
                Reconstruct();
                InsertForeign(_tag.Id == TagId.Svg ? TagTraits.Svg : TagTraits.MathMl);
                break;
            case TagId.Html or TagId.Body or TagId.FrameSet:
                StartRoot();
                break;
            case TagId.Base or TagId.BaseFont or TagId.BgSound or TagId.Link or TagId.Meta or TagId.NoFrames or TagId.Script or TagId.Style or TagId.Template or TagId.Title:
                StartInHead();
                break;
            case TagId.Xmp or TagId.IFrame or TagId.NoEmbed or TagId.NoScript or TagId.TextArea or TagId.PlainText:
                StartRaw();
                break;
            case TagId.Caption or TagId.Col or TagId.ColGroup or TagId.Frame or TagId.Head or TagId.TBody or TagId.Td or TagId.TFoot or TagId.Th or TagId.THead or TagId.Tr:
                break;
            default:
                Reconstruct();
                Insert();
                break;
        }
    }

    private void CloseParagraph()
    {
        if (_open.HasParagraph())
        {
            _open.PopImplied(but: TagId.P);
            _open.PopThrough(TagId.P);
        }
    }

    private void InsertFormatting()
    {
        Insert();
        _formatting.Add(_open.Top);
    }

    private void StartLink()
    {
        var index = _formatting.LastIndexOf(TagId.A);
        if (index >= 0)
        {
            var node = _formatting[index].Node;
            Adopt(TagId.A);
            if (_formatting.IndexOf(node) is >= 0 and var listed)
            {
                _formatting.RemoveAt(listed);
            }

            if (_open.IndexOf(node) is >= 0 and var open)
            {
                _open.RemoveAt(open);
            }
        }

        Reconstruct();
        InsertFormatting();
    }

    /// <summary>A list item ends the one before it in the same list.</summary>
    private void StartItem(TagId one, TagId other)
    {
        _isFramesetPossible = false;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var id = _open[i].Id;
            if (id == one || id == other)
            {
                _open.PopImplied(but: id);
                _open.PopThrough(id);
                break;
            }

            if (_open[i].Is(TagTraits.Special) && id is not (TagId.Address or TagId.Div or TagId.P))
            {
                break;
            }
        }

        CloseParagraph();
        Insert();
    }

    private void StartForm()
    {
        if (_form != 0 && _open.Templates == 0)
        {
            return;
        }

        CloseParagraph();
        Insert();
        _form = _open.Templates == 0 ? _open.Top.Node : _form;
    }

    /// <summary>A second html or body only adds what the first one lacks; a frameset takes the place of a body without words.</summary>
    private void StartRoot()
    {
        if (_tag.Id == TagId.Html)
        {
            if (_open.Templates == 0)
            {
                Merge(_open[0].Node);
            }
        }
        else if (_open.Count > 1 && _open[1].Id == TagId.Body)
        {
            if (_tag.Id == TagId.Body)
            {
                if (_open.Templates == 0)
                {
                    _isFramesetPossible = false;
                    Merge(_open[1].Node);
                }
            }
            else if (_isFramesetPossible)
            {
                _nodes.Remove(_open[1].Node);
                _open.PopTo(1);
                Insert();
                _mode = InsertionMode.InFrameset;
            }
        }
    }

    private void StartRaw()
    {
        if (_tag.Id is TagId.PlainText or TagId.Xmp)
        {
            CloseParagraph();
        }

        if (_tag.Id == TagId.Xmp)
        {
            Reconstruct();
        }

        _isFramesetPossible = _isFramesetPossible && _tag.Id is TagId.NoEmbed or TagId.NoScript or TagId.PlainText;
        if (_tag.Id == TagId.PlainText)
        {
            Insert();
            _tokenizer.Enter(ContentModel.PlainText, string.Empty);
            return;
        }

        InsertRaw(_tag.Id == TagId.TextArea ? ContentModel.RcData : ContentModel.RawText);
        _droppedLineEnd = _tag.Id == TagId.TextArea ? _tokenizer.Position : -1;
    }

    private bool IsHiddenInput()
    {
        foreach (ref readonly var pair in _attributes.PendingPairs)
        {
            if (pair.Kind == AttributeKind.Type)
            {
                return pair.Value.Span.Equals("hidden", StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
