namespace Scraper.Core.Blocks.Parsing;

// From the start of the page to its body (HTML Living Standard 13.2.6.4.1 to 13.2.6.4.6).
internal sealed partial class TreeBuilder
{
    /// <summary>Goes one step towards the body, making the element that the page left out.</summary>
    private void BecomeBody()
    {
        switch (_mode)
        {
            case InsertionMode.Initial:
                Become(InsertionMode.BeforeHtml, isQuirks: true);
                break;
            case InsertionMode.BeforeHtml:
                InsertImplied(TagId.Html);
                _mode = InsertionMode.BeforeHead;
                break;
            case InsertionMode.BeforeHead:
                InsertImplied(TagId.Head);
                _head = _open.Top.Node;
                _mode = InsertionMode.InHead;
                break;
            case InsertionMode.InHead:
                _open.Pop();
                _mode = InsertionMode.AfterHead;
                break;
            default:
                InsertImplied(TagId.Body);
                _mode = InsertionMode.InBody;
                break;
        }
    }

    private void StartBeforeHtml()
    {
        if (_tag.Id == TagId.Html)
        {
            Insert();
            _mode = InsertionMode.BeforeHead;
            return;
        }

        BecomeBody();
        Start(_mode);
    }

    private void EndBeforeHtml()
    {
        if (_tag.Id is TagId.Head or TagId.Body or TagId.Html or TagId.Br)
        {
            BecomeBody();
            End(_mode);
        }
    }

    private void StartBeforeHead()
    {
        switch (_tag.Id)
        {
            case TagId.Html:
                StartInBody();
                break;
            case TagId.Head:
                Insert();
                _head = _open.Top.Node;
                _mode = InsertionMode.InHead;
                break;
            default:
                BecomeBody();
                Start(_mode);
                break;
        }
    }

    private void EndBeforeHead() => EndBeforeHtml();

    private void StartInHead()
    {
        switch (_tag.Id)
        {
            case TagId.Html:
                StartInBody();
                break;
            case TagId.Base or TagId.BaseFont or TagId.BgSound or TagId.Link or TagId.Meta:
                InsertVoid();
                break;
            case TagId.Title:
                InsertRaw(ContentModel.RcData);
                break;
            case TagId.NoScript or TagId.NoFrames or TagId.Style:
                InsertRaw(ContentModel.RawText);
                break;
            case TagId.Script:
                InsertRaw(ContentModel.Script);
                break;
            case TagId.Template:
                StartTemplate();
                break;
            case TagId.Head:
                break;
            default:
                BecomeBody();
                Start(_mode);
                break;
        }
    }

    private void EndInHead()
    {
        if (_tag.Id == TagId.Head)
        {
            BecomeBody();
        }
        else
        {
            EndAfterHead();
        }
    }

    private void StartAfterHead()
    {
        switch (_tag.Id)
        {
            case TagId.Html:
                StartInBody();
                break;
            case TagId.Body:
                Insert();
                _isFramesetPossible = false;
                _mode = InsertionMode.InBody;
                break;
            case TagId.FrameSet:
                Insert();
                _mode = InsertionMode.InFrameset;
                break;
            case TagId.Base or TagId.BaseFont or TagId.BgSound or TagId.Link or TagId.Meta or TagId.NoFrames or TagId.Script or TagId.Style or TagId.Template or TagId.Title:
                StartInClosedHead();
                break;
            case TagId.Head:
                break;
            default:
                BecomeBody();
                Start(_mode);
                break;
        }
    }

    /// <summary>What belongs into the head goes there although it is closed.</summary>
    private void StartInClosedHead()
    {
        var head = Known(TagId.Head);
        _open.Push(new OpenElement(_head, head.Index, head.Id, head.Traits));
        StartInHead();
        _open.RemoveAt(_open.IndexOf(_head));
    }

    private void EndAfterHead()
    {
        switch (_tag.Id)
        {
            case TagId.Template:
                EndTemplate();
                break;
            case TagId.Body or TagId.Html or TagId.Br:
                BecomeBody();
                End(_mode);
                break;
        }
    }
}
