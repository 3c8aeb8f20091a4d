using System.Buffers;
using System.Runtime.InteropServices;

namespace Scraper.Core.Blocks;

/// <summary>The text of the block being read: white space folded as it comes in, links and emphasis kept by position.</summary>
internal sealed partial class BlockText
{
    /// <summary>White space other than a plain space, and what is no text.</summary>
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff", .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    /// <summary>No white space waits for the next word.</summary>
    private const char None = '\0';

    /// <summary>How many spans back one that says the same is looked for.</summary>
    private const int MostNested = 8;

    private readonly List<Inline> _closed = [];
    private readonly List<(int Start, InlineKind Kind, HtmlElement Element)> _open = [];
    private char[] _buffer = new char[2048];
    private int _length;
    private int _rowStart;
    private int _links;
    private char _space;
    private bool _break;
    private bool _glue;
    private bool _line;
    private bool _any;

    /// <summary>Whether nothing but white space has come in.</summary>
    public bool IsEmpty => !_any;

    /// <summary>Whether a line break is the last thing that came in.</summary>
    public bool EndsInBreak => _break;

    /// <summary>UTF-16 code units that stand in links.</summary>
    public int LinkLength { get; private set; }

    /// <summary>What has come in.</summary>
    public ReadOnlySpan<char> Written => _buffer.AsSpan(0, _length);

    /// <summary>Adds a run of text, white space folded.</summary>
    /// <returns>Whether there was anything but white space in it.</returns>
    public bool Add(ReadOnlySpan<char> run)
    {
        var any = false;
        while (!run.IsEmpty)
        {
            var next = run.IndexOfAny(Odd);
            any |= AddWords(next < 0 ? run : run[..next]);
            if (next < 0)
            {
                break;
            }

            // Soft hyphens, zero-width spaces and byte order marks are not text; what commands a terminal parts words.
            if (run[next] is not ('\u00ad' or '\u200b' or '\ufeff' or '\0'))
            {
                // A no-break space stays one unless ordinary white space stands beside it.
                _space = _space == None && run[next] is ('\u00a0' or '\u202f' or '\u2007') ? run[next] : ' ';
            }

            run = run[(next + 1)..];
        }

        return any;
    }

    /// <summary>Adds words and spaces. Words that are one space apart are taken together: so most text stands on a page.</summary>
    private bool AddWords(ReadOnlySpan<char> run)
    {
        var any = false;
        while (!run.IsEmpty)
        {
            var words = run.TrimStart(' ');
            _space = words.Length < run.Length ? ' ' : _space;
            if (words.IsEmpty)
            {
                break;
            }

            var gap = words.IndexOf("  ");
            var taken = gap < 0 ? words.TrimEnd(' ') : words[..gap];
            Write(taken);
            any = true;
            run = words[taken.Length..];
        }

        return any;
    }

    /// <summary>Words on the two sides of here are apart.</summary>
    public void Space() => _space = ' ';

    /// <summary>What comes next belongs to the last word, white space or not.</summary>
    public void Glue() => _glue = true;

    /// <summary>Forgets what was left open by white space and breaks, and empty cells and lines.</summary>
    public void Forget()
    {
        if (_length > 0)
        {
            Restart();
            Clear();
        }

        Reset();
    }

    /// <summary>A line break stands here.</summary>
    public void Break() => _break = _length > 0;

    /// <summary>A link or emphasis begins.</summary>
    public void Open(InlineKind kind, HtmlElement element)
    {
        _open.Add((_length, kind, element));
        _links += kind == InlineKind.Link ? 1 : 0;
    }

    /// <summary>The link or emphasis that began last ends.</summary>
    public void Close()
    {
        var (start, kind, element) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _links -= kind == InlineKind.Link ? 1 : 0;
        Keep(start, kind, element);
    }

    /// <summary>Takes the text and starts afresh; what is open goes on in the next block.</summary>
    /// <param name="kind">What it is the text of: a table keeps its first empty cells, code the indentation of its first line.</param>
    public (string Text, IReadOnlyList<Inline> Inlines, int LinkLength) Take(BlockKind kind)
    {
        foreach (var (start, opened, element) in _open)
        {
            Keep(start, opened, element);
        }

        Restart();
        TrimEnd(0);
        var lead = Lead(kind);
        var text = new string(_buffer, lead, _length - lead);
        var inlines = _closed.Count == 0 ? [] : Inlines(lead);
        var links = LinkLength;
        Clear();
        return (text, inlines, links);
    }

    /// <summary>How much of the white space in front is no text.</summary>
    private int Lead(BlockKind kind)
    {
        var lead = 0;
        for (var i = 0; i < _length && char.IsWhiteSpace(_buffer[i]); i++)
        {
            lead = kind is BlockKind.Table or BlockKind.Code && _buffer[i] != '\n' ? lead : i + 1;
        }

        return lead;
    }

    /// <summary>What is open begins with the next text.</summary>
    private void Restart()
    {
        for (var i = 0; i < _open.Count; i++)
        {
            _open[i] = _open[i] with { Start = 0 };
        }
    }

    private void Reset() => (_space, _break, _glue) = (None, false, false);

    private void Clear()
    {
        _closed.Clear();
        _length = _rowStart = LinkLength = 0;
        _any = _line = false;
        Reset();
    }

    /// <summary>Closed spans in page order; trimming may have shortened the outermost ones.</summary>
    private Inline[] Inlines(int lead)
    {
        var kept = 0;
        var closed = CollectionsMarshal.AsSpan(_closed);
        foreach (var inline in closed)
        {
            var start = Math.Max(inline.Start - lead, 0);
            var end = Math.Min(inline.Start + inline.Length - lead, _length - lead);
            if (end > start)
            {
                closed[kept++] = inline with { Start = start, Length = end - start };
            }
        }

        // Spans close inside out, so each has at most those inside it to pass on its way to the front.
        var inlines = closed[..kept].ToArray();
        for (var i = 1; i < inlines.Length; i++)
        {
            var inline = inlines[i];
            var at = i;
            for (; at > 0 && StandsBefore(inline, inlines[at - 1]); at--)
            {
                inlines[at] = inlines[at - 1];
            }

            inlines[at] = inline;
        }

        return inlines;
    }

    private static bool StandsBefore(in Inline one, in Inline other) =>
        one.Start < other.Start || (one.Start == other.Start && one.Length > other.Length);

    private void Keep(int start, InlineKind kind, HtmlElement element)
    {
        while (start < _length && char.IsWhiteSpace(_buffer[start]))
        {
            start++;
        }

        if (start < _length)
        {
            var inline = new Inline(start, _length - start, kind, kind == InlineKind.Link ? element.Attribute("href") : null);
            if (!IsSaid(inline))
            {
                _closed.Add(inline);
            }
        }
    }

    /// <summary>Whether an element inside said the same of the same words: unclosed tags are opened anew in every block, hundreds of them.</summary>
    private bool IsSaid(in Inline inline)
    {
        for (var i = _closed.Count - 1; i >= 0 && i >= _closed.Count - MostNested; i--)
        {
            if (_closed[i] == inline)
            {
                return true;
            }
        }

        return false;
    }

    private void Write(ReadOnlySpan<char> run)
    {
        Reserve(run.Length + 1);
        if (_length > _rowStart && _buffer[_length - 1] is not ('\t' or '\n'))
        {
            if (_break)
            {
                _buffer[_length++] = '\n';
            }
            else if (_space != None && !_glue)
            {
                _buffer[_length++] = _space;
            }
        }

        Reset();
        _any = true;
        run.CopyTo(_buffer.AsSpan(_length));
        _length += run.Length;
        LinkLength += _links > 0 ? run.Length - run.Count(' ') : 0;
    }

    private void TrimEnd(int floor)
    {
        while (_length > floor && char.IsWhiteSpace(_buffer[_length - 1]))
        {
            _length--;
        }
    }

    private void Reserve(int more)
    {
        if (_length + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + more));
        }
    }
}
