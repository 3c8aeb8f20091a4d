namespace Scraper.Core.Blocks.Parsing;

// Tables, their captions and columns (HTML Living Standard 13.2.6.4.9 to 13.2.6.4.12).
internal sealed partial class TreeBuilder
{
    private void StartInTable()
    {
        switch (_tag.Id)
        {
            case TagId.Caption:
                ClearTo(TagId.Table);
                _formatting.Mark();
                Insert();
                _mode = InsertionMode.InCaption;
                break;
            case TagId.ColGroup:
                ClearTo(TagId.Table);
                Insert();
                _mode = InsertionMode.InColumnGroup;
                break;
            case TagId.Col:
                ClearTo(TagId.Table);
                InsertImplied(TagId.ColGroup);
                _mode = InsertionMode.InColumnGroup;
                StartInColumnGroup();
                break;
            case TagId.TBody or TagId.TFoot or TagId.THead:
                ClearTo(TagId.Table);
                Insert();
                _mode = InsertionMode.InTableBody;
                break;
            case TagId.Td or TagId.Th or TagId.Tr:
                ClearTo(TagId.Table);
                InsertImplied(TagId.TBody);
                _mode = InsertionMode.InTableBody;
                StartInTableBody();
                break;
            case TagId.Table:
                if (_open.HasInTable(TagId.Table))
                {
                    _open.PopThrough(TagId.Table);
                    ResetMode();
                    Start(_mode);
                }

                break;
            case TagId.Style or TagId.Script or TagId.Template:
                StartInHead();
                break;
            case TagId.Input when IsHiddenInput():
                InsertVoid();
                break;
            case TagId.Form:
                if (_form == 0 && _open.Templates == 0)
                {
                    Insert();
                    _form = _open.Top.Node;
                    _open.Pop();
                }

                break;
            default:
                _isFostering = true;
                StartInBody();
                _isFostering = false;
                break;
        }
    }

    private void EndInTable()
    {
        switch (_tag.Id)
        {
            case TagId.Table:
                if (_open.HasInTable(TagId.Table))
                {
                    _open.PopThrough(TagId.Table);
                    ResetMode();
                }

                break;
            case TagId.Body or TagId.Caption or TagId.Col or TagId.ColGroup or TagId.Html or TagId.TBody or TagId.Td or TagId.TFoot or TagId.Th or TagId.THead or TagId.Tr:
                break;
            case TagId.Template:
                EndTemplate();
                break;
            default:
                _isFostering = true;
                EndInBody();
                _isFostering = false;
                break;
        }
    }

    private void StartInCaption()
    {
        if (_tag.Id is TagId.Caption or TagId.Col or TagId.ColGroup or TagId.TBody or TagId.Td or TagId.TFoot or TagId.Th or TagId.THead or TagId.Tr)
        {
            if (CloseCaption())
            {
                StartInTable();
            }
        }
        else
        {
            StartInBody();
        }
    }

    private void EndInCaption()
    {
        switch (_tag.Id)
        {
            case TagId.Caption:
                CloseCaption();
                break;
            case TagId.Table:
                if (CloseCaption())
                {
                    EndInTable();
                }

                break;
            case TagId.Body or TagId.Col or TagId.ColGroup or TagId.Html or TagId.TBody or TagId.Td or TagId.TFoot or TagId.Th or TagId.THead or TagId.Tr:
                break;
            default:
                EndInBody();
                break;
        }
    }

    private bool CloseCaption()
    {
        if (!_open.HasInTable(TagId.Caption))
        {
            return false;
        }

        _open.PopThrough(TagId.Caption);
        _formatting.ClearToMarker();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void StartInColumnGroup()
    {
        switch (_tag.Id)
        {
            case TagId.Html:
                StartInBody();
                break;
            case TagId.Col:
                InsertVoid();
                break;
            case TagId.Template:
                StartInHead();
                break;
            default:
                if (CloseColumnGroup())
                {
                    StartInTable();
                }

                break;
        }
    }

    private void EndInColumnGroup()
    {
        switch (_tag.Id)
        {
            case TagId.ColGroup:
                CloseColumnGroup();
                break;
            case TagId.Col:
                break;
            case TagId.Template:
                EndTemplate();
                break;
            default:
                if (CloseColumnGroup())
                {
                    EndInTable();
                }

                break;
        }
    }

    private bool CloseColumnGroup()
    {
        if (_open.Top.Id != TagId.ColGroup)
        {
            return false;
        }

        _open.Pop();
        _mode = InsertionMode.InTable;
        return true;
    }
}
