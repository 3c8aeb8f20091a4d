namespace Scraper.Core.Blocks.Parsing;

// Framesets (HTML Living Standard 13.2.6.4.20, 13.2.6.4.21 and 13.2.6.4.23).
internal sealed partial class TreeBuilder
{
    private void StartInFrameset()
    {
        switch (_tag.Id)
        {
            case TagId.Html:
                StartInBody();
                break;
            case TagId.FrameSet:
                Insert();
                break;
            case TagId.Frame:
                InsertVoid();
                break;
            case TagId.NoFrames:
                StartInHead();
                break;
        }
    }

    private void EndInFrameset()
    {
        if (_tag.Id != TagId.FrameSet || _open.Count == 1)
        {
            return;
        }

        _open.Pop();
        if (_open.Top.Id != TagId.FrameSet)
        {
            _mode = InsertionMode.AfterFrameset;
        }
    }

    private void StartAfterFrameset()
    {
        if (_tag.Id == TagId.Html)
        {
            StartInBody();
        }
        else if (_tag.Id == TagId.NoFrames)
        {
            StartInHead();
        }
    }

    private void EndAfterFrameset()
    {
        if (_tag.Id == TagId.Html)
        {
            _mode = InsertionMode.AfterAfterFrameset;
        }
    }
}
