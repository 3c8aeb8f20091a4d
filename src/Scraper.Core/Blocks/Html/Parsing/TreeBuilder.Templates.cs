namespace Scraper.Core.Blocks.Parsing;

// Templates (HTML Living Standard 13.2.6.4.4 and 13.2.6.4.18). What stands in one is its child here.
internal sealed partial class TreeBuilder
{
    private void StartTemplate()
    {
        Insert();
        _formatting.Mark();
        _isFramesetPossible = false;
        _mode = InsertionMode.InTemplate;
        _templateModes.Push(InsertionMode.InTemplate);
    }

    private void EndTemplate()
    {
        if (_open.Templates == 0)
        {
            return;
        }

        _open.PopThrough(TagId.Template);
        _formatting.ClearToMarker();
        _templateModes.Pop();
        ResetMode();
    }

    private void StartInTemplate()
    {
        var mode = _tag.Id switch
        {
            TagId.Base or TagId.BaseFont or TagId.BgSound or TagId.Link or TagId.Meta or TagId.NoFrames or TagId.Script or TagId.Style or TagId.Template or TagId.Title => InsertionMode.InHead,
            TagId.Caption or TagId.ColGroup or TagId.TBody or TagId.TFoot or TagId.THead => InsertionMode.InTable,
            TagId.Col => InsertionMode.InColumnGroup,
            TagId.Tr => InsertionMode.InTableBody,
            TagId.Td or TagId.Th => InsertionMode.InRow,
            _ => InsertionMode.InBody,
        };
        if (mode == InsertionMode.InHead)
        {
            StartInHead();
            return;
        }

        _templateModes.Pop();
        _templateModes.Push(mode);
        _mode = mode;
        Start(mode);
    }

    private void EndInTemplate()
    {
        if (_tag.Id == TagId.Template)
        {
            EndTemplate();
        }
    }

    /// <summary>Resets the insertion mode appropriately (13.2.4.1).</summary>
    private void ResetMode()
    {
        for (var i = _open.Count - 1; i > 0; i--)
        {
            switch (_open[i].Id)
            {
                case TagId.Select:
                    _mode = IsSelectInTable(i) ? InsertionMode.InSelectInTable : InsertionMode.InSelect;
                    return;
                case TagId.Td or TagId.Th:
                    _mode = InsertionMode.InCell;
                    return;
                case TagId.Tr:
                    _mode = InsertionMode.InRow;
                    return;
                case TagId.TBody or TagId.THead or TagId.TFoot:
                    _mode = InsertionMode.InTableBody;
                    return;
                case TagId.Caption:
                    _mode = InsertionMode.InCaption;
                    return;
                case TagId.ColGroup:
                    _mode = InsertionMode.InColumnGroup;
                    return;
                case TagId.Table:
                    _mode = InsertionMode.InTable;
                    return;
                case TagId.Template:
                    _mode = _templateModes.Peek();
                    return;
                case TagId.Head:
                    _mode = InsertionMode.InHead;
                    return;
                case TagId.Body:
                    _mode = InsertionMode.InBody;
                    return;
                case TagId.FrameSet:
                    _mode = InsertionMode.InFrameset;
                    return;
            }
        }

        _mode = _head == 0 ? InsertionMode.BeforeHead : InsertionMode.AfterHead;
    }

    private bool IsSelectInTable(int index)
    {
        while (--index > 0 && _open[index].Id != TagId.Template)
        {
            if (_open[index].Id == TagId.Table)
            {
                return true;
            }
        }

        return false;
    }
}
