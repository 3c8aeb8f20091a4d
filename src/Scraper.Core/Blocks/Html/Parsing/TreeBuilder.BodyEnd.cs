namespace Scraper.Core.Blocks.Parsing;

// End tags in the body and after it (HTML Living Standard 13.2.6.4.7, 13.2.6.4.19 and 13.2.6.4.22).
internal sealed partial class TreeBuilder
{
    private void EndInBody()
    {
        switch (_tag.Id)
        {
            case TagId.P:
                if (!_open.HasParagraph())
                {
                    InsertImplied(TagId.P);
                }

                CloseParagraph();
                break;
            case TagId.Address or TagId.Article or TagId.Aside or TagId.BlockQuote or TagId.Button or TagId.Center or TagId.Details or TagId.Dialog or TagId.Dir or TagId.Div
                or TagId.Dl or TagId.FieldSet or TagId.FigCaption or TagId.Figure or TagId.Footer or TagId.Header or TagId.HGroup or TagId.Listing or TagId.Main or TagId.Menu
                or TagId.Nav or TagId.Ol or TagId.Pre or TagId.Search or TagId.Section or TagId.Summary or TagId.Ul:
                Close(TagTraits.Scope);
                break;
            case TagId.Li:
                Close(TagTraits.Scope | TagTraits.ListScope);
                break;
            case TagId.Dd or TagId.Dt:
                Close(TagTraits.Scope);
                break;
            case TagId.A or TagId.B or TagId.Big or TagId.Code or TagId.Em or TagId.Font or TagId.I or TagId.NoBr or TagId.S or TagId.Small or TagId.Strike or TagId.Strong or TagId.Tt or TagId.U:
                Adopt(_tag.Id);
                break;
            case TagId.H1 or TagId.H2 or TagId.H3 or TagId.H4 or TagId.H5 or TagId.H6:
                CloseHeading();
                break;
            case TagId.Body or TagId.Html:
                if (_open.Has(TagId.Body))
                {
                    _mode = InsertionMode.AfterBody;
                    if (_tag.Id == TagId.Html)
                    {
                        EndAfterBody();
                    }
                }

                break;
            case TagId.Form:
                EndForm();
                break;
            case TagId.Applet or TagId.Marquee or TagId.Object:
                if (Close(TagTraits.Scope))
                {
                    _formatting.ClearToMarker();
                }

                break;
            case TagId.Br:
                Reconstruct();
                InsertImplied(TagId.Br);
                _open.Pop();
                _isFramesetPossible = false;
                break;
            case TagId.Template:
                EndTemplate();
                break;
            default:
                CloseOther();
                break;
        }
    }

    /// <summary>Closes the element of the tag that is being taken, if it is in scope.</summary>
    private bool Close(TagTraits scope)
    {
        if (!_open.Has(_tag.Id, scope))
        {
            return false;
        }

        _open.PopImplied(but: _tag.Id);
        _open.PopThrough(_tag.Id);
        return true;
    }

    /// <summary>The end tag of any heading closes the last one.</summary>
    private void CloseHeading()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Is(TagTraits.Heading))
            {
                _open.PopTo(i);
                return;
            }

            if (_open[i].Is(TagTraits.Scope))
            {
                return;
            }
        }
    }

    private void EndForm()
    {
        if (_open.Templates > 0)
        {
            Close(TagTraits.Scope);
            return;
        }

        var node = _form;
        _form = 0;
        var index = node == 0 ? -1 : _open.IndexOf(node);
        if (index >= 0 && IsInScope(index))
        {
            _open.PopImplied();
            _open.RemoveAt(index);
        }
    }

    /// <summary>"Any other end tag": closes the last element of its name that no special element stands above.</summary>
    private void CloseOther()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            ref readonly var element = ref _open[i];
            if (element.Name == _tag.Index)
            {
                _open.PopImplied(but: _tag.Id);
                _open.PopTo(i);
                return;
            }

            if (element.Is(TagTraits.Special))
            {
                return;
            }
        }
    }

    /// <summary>What follows the body stands in it, but for what a frameset would allow.</summary>
    private void StartAfterBody()
    {
        if (_tag.Id != TagId.Html)
        {
            _mode = InsertionMode.InBody;
        }

        StartInBody();
    }

    private void EndAfterBody()
    {
        if (_tag.Id == TagId.Html && _mode == InsertionMode.AfterBody)
        {
            _mode = InsertionMode.AfterAfterBody;
            return;
        }

        _mode = InsertionMode.InBody;
        EndInBody();
    }
}
