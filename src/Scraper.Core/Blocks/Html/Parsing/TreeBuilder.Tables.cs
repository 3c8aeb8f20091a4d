namespace Scraper.Core.Blocks.Parsing;

// Tables (HTML Living Standard 13.2.6.4.9 to 13.2.6.4.15).
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

    private void StartInTableBody()
    {
        switch (_tag.Id)
        {
            case TagId.Tr:
                ClearTo(TagId.TBody);
                Insert();
                _mode = InsertionMode.InRow;
                break;
            case TagId.Td or TagId.Th:
                ClearTo(TagId.TBody);
                InsertImplied(TagId.Tr);
                _mode = InsertionMode.InRow;
                StartInRow();
                break;
            case TagId.Caption or TagId.Col or TagId.ColGroup or TagId.TBody or TagId.TFoot or TagId.THead:
                if (CloseTableBody())
                {
                    StartInTable();
                }

                break;
            default:
                StartInTable();
                break;
        }
    }

    private void EndInTableBody()
    {
        switch (_tag.Id)
        {
            case TagId.TBody or TagId.TFoot or TagId.THead:
                if (_open.HasInTable(_tag.Id))
                {
                    ClearTo(TagId.TBody);
                    _open.Pop();
                    _mode = InsertionMode.InTable;
                }

                break;
            case TagId.Table:
                if (CloseTableBody())
                {
                    EndInTable();
                }

                break;
            case TagId.Body or TagId.Caption or TagId.Col or TagId.ColGroup or TagId.Html or TagId.Td or TagId.Th or TagId.Tr:
                break;
            default:
                EndInTable();
                break;
        }
    }

    private bool CloseTableBody()
    {
        if (!_open.HasInTable(TagId.TBody) && !_open.HasInTable(TagId.THead) && !_open.HasInTable(TagId.TFoot))
        {
            return false;
        }

        ClearTo(TagId.TBody);
        _open.Pop();
        _mode = InsertionMode.InTable;
        return true;
    }

    private void StartInRow()
    {
        switch (_tag.Id)
        {
            case TagId.Td or TagId.Th:
                ClearTo(TagId.Tr);
                Insert();
                _mode = InsertionMode.InCell;
                _formatting.Mark();
                break;
            case TagId.Caption or TagId.Col or TagId.ColGroup or TagId.TBody or TagId.TFoot or TagId.THead or TagId.Tr:
                if (CloseRow())
                {
                    StartInTableBody();
                }

                break;
            default:
                StartInTable();
                break;
        }
    }

    private void EndInRow()
    {
        switch (_tag.Id)
        {
            case TagId.Tr:
                CloseRow();
                break;
            case TagId.Table:
                if (CloseRow())
                {
                    EndInTableBody();
                }

                break;
            case TagId.TBody or TagId.TFoot or TagId.THead:
                if (_open.HasInTable(_tag.Id) && CloseRow())
                {
                    EndInTableBody();
                }

                break;
            case TagId.Body or TagId.Caption or TagId.Col or TagId.ColGroup or TagId.Html or TagId.Td or TagId.Th:
                break;
            default:
                EndInTable();
                break;
        }
    }

    private bool CloseRow()
    {
        if (!_open.HasInTable(TagId.Tr))
        {
            return false;
        }

        ClearTo(TagId.Tr);
        _open.Pop();
        _mode = InsertionMode.InTableBody;
        return true;
    }

    private void StartInCell()
    {
        if (_tag.Id is TagId.Caption or TagId.Col or TagId.ColGroup or TagId.TBody or TagId.Td or TagId.TFoot or TagId.Th or TagId.THead or TagId.Tr)
        {
            if (_open.HasInTable(TagId.Td) || _open.HasInTable(TagId.Th))
            {
                CloseCell();
                StartInRow();
            }
        }
        else
        {
            StartInBody();
        }
    }

    private void EndInCell()
    {
        switch (_tag.Id)
        {
            case TagId.Td or TagId.Th:
                if (_open.HasInTable(_tag.Id))
                {
                    _open.PopThrough(_tag.Id);
                    _formatting.ClearToMarker();
                    _mode = InsertionMode.InRow;
                }

                break;
            case TagId.Body or TagId.Caption or TagId.Col or TagId.ColGroup or TagId.Html:
                break;
            case TagId.Table or TagId.TBody or TagId.TFoot or TagId.THead or TagId.Tr:
                if (_open.HasInTable(_tag.Id))
                {
                    CloseCell();
                    EndInRow();
                }

                break;
            default:
                EndInBody();
                break;
        }
    }

    private void CloseCell()
    {
        while (_open.Top.Id is not (TagId.Td or TagId.Th or TagId.Html))
        {
            _open.Pop();
        }

        if (_open.Top.Id != TagId.Html)
        {
            _open.Pop();
        }

        _formatting.ClearToMarker();
        _mode = InsertionMode.InRow;
    }

    /// <summary>Closes elements down to a table, a part of it or a row; html and template bound it.</summary>
    private void ClearTo(TagId id)
    {
        while (true)
        {
            var top = _open.Top.Id;
            if (top == id || top is TagId.Html or TagId.Template || (id == TagId.TBody && top is TagId.THead or TagId.TFoot))
            {
                return;
            }

            _open.Pop();
        }
    }
}
