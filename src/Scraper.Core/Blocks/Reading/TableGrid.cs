namespace Scraper.Core.Blocks;

/// <summary>The columns that the cells of data tables stand in (HTML, 4.9.12, "forming a table"), for one table after the other.</summary>
internal sealed class TableGrid
{
    private const int WidestSpan = 1000;
    private const int LongestSpan = 65_534;

    /// <summary>Places left empty in all tables of a page; where they are used up cells stand side by side.</summary>
    private const int MostSpanned = 100_000;

    /// <summary>For each column the row in which it is free again.</summary>
    private long[] _freeAt = new long[16];
    private long _row;
    private int _left = MostSpanned;
    private int _next;
    private int _last;

    /// <summary>A table or a group of rows begins: no span reaches into it.</summary>
    public void Group() => _row += LongestSpan + 1;

    /// <summary>A row begins.</summary>
    public void Row() => (_row, _next, _last) = (_row + 1, 0, 0);

    /// <summary>A cell begins.</summary>
    /// <returns>Columns between it and the one before it in its row, that one counted; those before it for the first.</returns>
    public int Cell(HtmlElement cell)
    {
        var column = _next;
        while (_left > 0 && column < _freeAt.Length && _freeAt[column] > _row)
        {
            column++;
            _left--;
        }

        var width = Math.Min(Math.Clamp(Number(cell, "colspan") ?? 1, 1, WidestSpan), _left + 1);
        _left -= width - 1;

        // A rowspan of 0 goes to the end of the group.
        var height = Number(cell, "rowspan") switch { null => 1, 0 or > LongestSpan => LongestSpan, { } rows => rows };
        if (height > 1)
        {
            Occupy(column, width, height);
        }

        var apart = column - _last;
        (_next, _last) = (column + width, column);
        return apart;
    }

    private void Occupy(int column, int width, int height)
    {
        if (column + width > _freeAt.Length)
        {
            Array.Resize(ref _freeAt, Math.Max(column + width, _freeAt.Length * 2));
        }

        _freeAt.AsSpan(column, width).Fill(_row + height);
    }

    /// <summary>HTML, 2.3.4.2, "rules for parsing non-negative integers"; <see langword="null"/> for what is none.</summary>
    private static int? Number(HtmlElement cell, string attribute)
    {
        if (cell.Attributes.Find(attribute) is not { Length: > 0 } value)
        {
            return null;
        }

        var digits = value.Span.TrimStart();
        digits = digits is ['+', ..] ? digits[1..] : digits;
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        return digits.IsEmpty ? null : int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}
