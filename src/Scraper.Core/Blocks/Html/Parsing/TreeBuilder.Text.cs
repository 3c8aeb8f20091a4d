namespace Scraper.Core.Blocks.Parsing;

// Text, in every insertion mode.
internal sealed partial class TreeBuilder
{
    private void TakeText(TextSlice text)
    {
        if (_tokenizer.Offset == _droppedLineEnd)
        {
            text = _arena.Span(text)[0] == '\n' ? text.From(1) : text;
            if (text.Length == 0)
            {
                return;
            }
        }

        if (_isRaw)
        {
            InsertText(text);
        }
        else if (_open.Count > 0 && _open.Top.Is(TagTraits.Foreign) && !_open.Top.Is(TagTraits.HtmlPoint | TagTraits.MathTextPoint))
        {
            _isFramesetPossible = _isFramesetPossible && IsSpace(text);
            InsertText(text);
        }
        else
        {
            TakeText(text, _mode);
        }
    }

    private void TakeText(TextSlice text, InsertionMode mode)
    {
        switch (mode)
        {
            case InsertionMode.InBody or InsertionMode.InCaption or InsertionMode.InCell or InsertionMode.InTemplate:
                TextInBody(text);
                break;
            case InsertionMode.InTable or InsertionMode.InTableBody or InsertionMode.InRow:
                TextInTable(text);
                break;
            case InsertionMode.InSelect or InsertionMode.InSelectInTable:
                InsertText(text);
                break;
            case InsertionMode.InFrameset or InsertionMode.AfterFrameset or InsertionMode.AfterAfterFrameset:
                InsertText(text.To(SpaceAtStart(text)));
                break;
            case InsertionMode.AfterBody or InsertionMode.AfterAfterBody:
                _mode = IsSpace(text) ? _mode : InsertionMode.InBody;
                TextInBody(text);
                break;
            default:
                TextBeforeBody(text);
                break;
        }
    }

    /// <summary>Text where only white space may stand: the rest ends the head or the column group.</summary>
    private void TextBeforeBody(TextSlice text)
    {
        while (true)
        {
            var space = SpaceAtStart(text);
            if (_mode is InsertionMode.InHead or InsertionMode.AfterHead or InsertionMode.InColumnGroup)
            {
                InsertText(text.To(space));
            }

            text = text.From(space);
            if (text.Length == 0)
            {
                return;
            }

            if (_mode == InsertionMode.InColumnGroup)
            {
                if (_open.Top.Id != TagId.ColGroup)
                {
                    return;
                }

                _open.Pop();
                _mode = InsertionMode.InTable;
            }
            else
            {
                BecomeBody();
            }

            if (_mode is not (InsertionMode.BeforeHtml or InsertionMode.BeforeHead or InsertionMode.InHead or InsertionMode.AfterHead))
            {
                TakeText(text, _mode);
                return;
            }
        }
    }

    private void TextInBody(TextSlice text)
    {
        Reconstruct();
        InsertText(text);
        _isFramesetPossible = _isFramesetPossible && IsSpace(text);
    }

    /// <summary>Text between the parts of a table goes in front of it, unless it is white space (13.2.6.4.9 and 13.2.6.4.10).</summary>
    private void TextInTable(TextSlice text)
    {
        if (!_open.Top.Is(TagTraits.Fosters))
        {
            TextInBody(text);
        }
        else if (IsSpace(text))
        {
            InsertText(text);
        }
        else
        {
            _isFostering = true;
            TextInBody(text);
            _isFostering = false;
        }
    }
}
