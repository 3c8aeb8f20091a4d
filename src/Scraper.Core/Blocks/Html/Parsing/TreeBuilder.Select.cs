namespace Scraper.Core.Blocks.Parsing;

// Selects (HTML Living Standard, 13.2.6.4.16 and 13.2.6.4.17 as of 2024: AngleSharp and the archive's pages know no other).
internal sealed partial class TreeBuilder
{
    private void StartInSelect()
    {
        switch (_tag.Id)
        {
            case TagId.Html:
                StartInBody();
                break;
            case TagId.Option:
                PopIf(TagId.Option);
                Insert();
                break;
            case TagId.OptGroup:
                PopIf(TagId.Option);
                PopIf(TagId.OptGroup);
                Insert();
                break;
            case TagId.Hr:
                PopIf(TagId.Option);
                PopIf(TagId.OptGroup);
                InsertVoid();
                break;
            case TagId.Select:
                CloseSelect();
                break;
            case TagId.Input or TagId.KeyGen or TagId.TextArea:
                if (CloseSelect())
                {
                    Start(_mode);
                }

                break;
            case TagId.Script or TagId.Template:
                StartInHead();
                break;
        }
    }

    private void EndInSelect()
    {
        switch (_tag.Id)
        {
            case TagId.OptGroup:
                if (_open.Top.Id == TagId.Option && _open[_open.Count - 2].Id == TagId.OptGroup)
                {
                    _open.Pop();
                }

                PopIf(TagId.OptGroup);
                break;
            case TagId.Option:
                PopIf(TagId.Option);
                break;
            case TagId.Select:
                CloseSelect();
                break;
            case TagId.Template:
                EndTemplate();
                break;
        }
    }

    private void StartInSelectInTable()
    {
        if (_tag.Id is TagId.Caption or TagId.Table or TagId.TBody or TagId.TFoot or TagId.THead or TagId.Tr or TagId.Td or TagId.Th)
        {
            _open.PopThrough(TagId.Select);
            ResetMode();
            Start(_mode);
        }
        else
        {
            StartInSelect();
        }
    }

    private void EndInSelectInTable()
    {
        if (_tag.Id is not (TagId.Caption or TagId.Table or TagId.TBody or TagId.TFoot or TagId.THead or TagId.Tr or TagId.Td or TagId.Th))
        {
            EndInSelect();
        }
        else if (_open.HasInTable(_tag.Id))
        {
            _open.PopThrough(TagId.Select);
            ResetMode();
            End(_mode);
        }
    }

    private bool CloseSelect()
    {
        if (!_open.HasSelect())
        {
            return false;
        }

        _open.PopThrough(TagId.Select);
        ResetMode();
        return true;
    }

    private void PopIf(TagId id)
    {
        if (_open.Top.Id == id)
        {
            _open.Pop();
        }
    }
}
