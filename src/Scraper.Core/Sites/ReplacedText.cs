using System.Buffers;

namespace Scraper.Core.Sites;

/// <summary>
/// A text in which one part after the other is replaced, in two rented buffers by turns: a page of megabytes that is copied
/// into a new string for each change costs more than its parse.
/// </summary>
/// <param name="text">The text at first.</param>
internal sealed class ReplacedText(string text) : IDisposable
{
    private char[] _current = [];
    private char[] _next = [];
    private int _length = text.Length;
    private int _nextLength;
    private bool _isChanged;

    /// <summary>The text as it is now.</summary>
    public ReadOnlySpan<char> Span => _isChanged ? _current.AsSpan(0, _length) : text;

    /// <summary>The text as the last <see cref="Try"/> would have it.</summary>
    public ReadOnlySpan<char> Tried => _next.AsSpan(0, _nextLength);

    /// <summary>Replaces a part wherever it stands, from the first on, case by case (ordinal); nothing is changed before <see cref="Accept"/>.</summary>
    /// <param name="find">The part.</param>
    /// <param name="replace">What takes its place.</param>
    /// <param name="count">How often the part stands there, as <see cref="MemoryExtensions.Count{T}(ReadOnlySpan{T}, ReadOnlySpan{T})"/> says.</param>
    public void Try(string find, string replace, int count)
    {
        _nextLength = Span.Length + (count * (replace.Length - find.Length));
        if (_next.Length < _nextLength)
        {
            Return(_next);
            _next = ArrayPool<char>.Shared.Rent(_nextLength);
        }

        var from = Span;
        var to = _next.AsSpan();
        for (var at = from.IndexOf(find); at >= 0; at = from.IndexOf(find))
        {
            from[..at].CopyTo(to);
            replace.CopyTo(to[at..]);
            from = from[(at + find.Length)..];
            to = to[(at + replace.Length)..];
        }

        from.CopyTo(to);
    }

    /// <summary>Makes what was tried the text.</summary>
    public void Accept() => (_current, _next, _length, _isChanged) = (_next, _current, _nextLength, true);

    /// <summary>The text; the one given where nothing was changed.</summary>
    public override string ToString() => _isChanged ? new string(Span) : text;

    public void Dispose()
    {
        Return(_current);
        Return(_next);
        (_current, _next) = ([], []);
    }

    private static void Return(char[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
