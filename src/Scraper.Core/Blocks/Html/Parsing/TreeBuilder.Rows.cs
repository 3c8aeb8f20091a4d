namespace Scraper.Core.Blocks.Parsing;

// The rows of tables and their cells (HTML Living Standard 13.2.6.4.13 to 13.2.6.4.15).
internal sealed partial class TreeBuilder
{
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
