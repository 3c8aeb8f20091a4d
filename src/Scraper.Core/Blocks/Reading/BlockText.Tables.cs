namespace Scraper.Core.Blocks;

// Tables: cells are parted by tabs, rows by line feeds.
internal sealed partial class BlockText
{
    /// <summary>A table cell begins.</summary>
    /// <param name="columns">Columns between it and the cell before it, that one counted.</param>
    public void Cell(int columns)
    {
        Reserve(columns);
        _buffer.AsSpan(_length, columns).Fill('\t');
        _length += columns;
        (_space, _break) = (None, false);
    }

    /// <summary>A table row begins; an empty one before it is dropped.</summary>
    public void Row()
    {
        TrimEnd(_rowStart);
        if (_length > _rowStart)
        {
            Reserve(1);
            _buffer[_length++] = '\n';
        }

        _rowStart = _length;
        (_space, _break) = (None, false);
    }
}
