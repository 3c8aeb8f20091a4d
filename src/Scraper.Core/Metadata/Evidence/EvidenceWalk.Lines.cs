namespace Scraper.Core.Metadata;

// The short lines close to the first headline: bylines and dates that nothing marks stand there.
internal sealed partial class EvidenceWalk
{
    private const int LongestLine = 260;
    private const int LinesAfterHeading = 40;

    /// <summary>Characters of a line before a date that may say what date it is.</summary>
    private const int LongestLabel = 40;

    /// <summary>Elements from a line to the date below it that it may label.</summary>
    private const int LabelElements = 4;
    private const int LinesBeforeHeading = 12;

    private readonly Line[] _recent = new Line[LinesBeforeHeading];
    private readonly char[] _line = new char[2 * (LongestLine + 1)];
    private int _length;
    private int _seen;
    private int _linesWanted;
    private bool _hasHeading;

    private void Append(ReadOnlySpan<char> text)
    {
        // Lines are wanted only up to where the first heading's text has begun: most of a page is behind that.
        if ((_linesWanted > 0 || !_hasHeading) && _length <= LongestLine && text.Length > 0)
        {
            if (EvidenceText.IsGlued(_line.AsSpan(0, _length), text))
            {
                _line[_length++] = ' ';
            }

            text = text[..Math.Min(text.Length, LongestLine + 1)];
            text.CopyTo(_line.AsSpan(_length));
            _length += text.Length;
        }
    }

    private void Flush(PageZone zone)
    {
        if (_length == 0)
        {
            return;
        }

        // A long line says nothing itself; an empty mark keeps where the text begins.
        var isLong = _length > LongestLine;
        var length = isLong ? 0 : EvidenceText.Collapse(_line.AsSpan(0, _length), _line);
        if (length > 1 || isLong)
        {
            var text = _line.AsSpan(0, length);
            if (_linesWanted > 0)
            {
                _linesWanted--;
                Add(_evidence.Lines, new Mark(text.ToString(), _order, zone, "line"));
            }
            else
            {
                // Most pages have more lines before the headline than are kept, so none is a string before it has come.
                ref var line = ref _recent[_seen++ % LinesBeforeHeading];
                line.Text ??= new char[LongestLine];
                text.CopyTo(line.Text);
                (line.Length, line.Order, line.Zone) = (length, _order, zone);
            }
        }

        _length = 0;
    }

    /// <summary>The first headline has come: the lines above it count, and those that follow.</summary>
    private void MeetHeading()
    {
        for (var i = Math.Max(0, _seen - LinesBeforeHeading); i < _seen; i++)
        {
            ref var line = ref _recent[i % LinesBeforeHeading];
            Add(_evidence.Lines, new Mark(line.Text.AsSpan(0, line.Length).ToString(), line.Order, line.Zone, "line"));
        }

        _seen = 0;
        _hasHeading = true;
        _linesWanted = LinesAfterHeading;
    }

    private struct Line
    {
        public char[]? Text;
        public int Length;
        public int Order;
        public PageZone Zone;
    }
}
