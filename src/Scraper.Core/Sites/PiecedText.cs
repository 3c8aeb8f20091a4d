using System.Runtime.InteropServices;

namespace Scraper.Core.Sites;

/// <summary>
/// A text as the pieces that it is made of: replacing a part of it copies nothing, however long it is. A page of megabytes that
/// is copied for each change costs more than its parse.
/// </summary>
internal sealed class PiecedText
{
    /// <summary>More places than these are not told apart: each makes two pieces.</summary>
    public const int MostPlaces = 1 << 18;

    private readonly List<ReadOnlyMemory<char>> _pieces;

    private PiecedText(List<ReadOnlyMemory<char>> pieces)
    {
        _pieces = pieces;
        foreach (var piece in pieces)
        {
            Length += piece.Length;
        }
    }

    public PiecedText(string text)
        : this([text.AsMemory()])
    {
    }

    /// <summary>UTF-16 code units.</summary>
    public int Length { get; }

    /// <summary>Where a part stands, case by case (ordinal), from the first on and none within another; at most one place more than <see cref="MostPlaces"/>.</summary>
    public IReadOnlyList<int> Find(string part)
    {
        var found = new List<int>();
        var start = 0;
        var from = 0;
        for (var i = 0; i < _pieces.Count && found.Count <= MostPlaces; i++)
        {
            var piece = _pieces[i].Span;
            from = Math.Max(from, start);
            while (from - start < piece.Length && found.Count <= MostPlaces && Next(i, from - start, part) is >= 0 and var at)
            {
                found.Add(start + at);
                from = start + at + part.Length;
            }

            start += piece.Length;
        }

        return found;
    }

    /// <summary>The text with another part in the place of one.</summary>
    /// <param name="part">The part.</param>
    /// <param name="places">Where it stands, as <see cref="Find"/> says.</param>
    /// <param name="other">What takes its place.</param>
    public PiecedText Replace(string part, IReadOnlyList<int> places, string other)
    {
        var pieces = new List<ReadOnlyMemory<char>>(_pieces.Count + (places.Count * 2));
        var (piece, offset, position) = (0, 0, 0);
        foreach (var place in places)
        {
            Pass(place, isKept: true);
            Pass(place + part.Length, isKept: false);
            Keep(other.AsMemory());
        }

        Pass(Length, isKept: true);
        return new PiecedText(pieces);

        void Pass(int until, bool isKept)
        {
            while (position < until)
            {
                var length = Math.Min(until - position, _pieces[piece].Length - offset);
                if (isKept)
                {
                    Keep(_pieces[piece].Slice(offset, length));
                }

                position += length;
                offset += length;
                if (offset == _pieces[piece].Length)
                {
                    (piece, offset) = (piece + 1, 0);
                }
            }
        }

        void Keep(ReadOnlyMemory<char> kept)
        {
            if (!kept.IsEmpty)
            {
                pieces.Add(kept);
            }
        }
    }

    /// <summary>The text; the one given where nothing was replaced.</summary>
    public override string ToString() =>
        _pieces is [var only] && MemoryMarshal.TryGetString(only, out var text, out _, out var length) && length == text.Length ? text : string.Create(Length, _pieces, Write);

    private static void Write(Span<char> text, List<ReadOnlyMemory<char>> pieces)
    {
        foreach (var piece in pieces)
        {
            piece.Span.CopyTo(text);
            text = text[piece.Length..];
        }
    }

    /// <summary>Where a part begins next in a piece, whether it ends in that piece or in a later one.</summary>
    private int Next(int piece, int from, string part)
    {
        var span = _pieces[piece].Span;
        if (span[from..].IndexOf(part) is >= 0 and var inside)
        {
            return from + inside;
        }

        for (var at = Math.Max(from, span.Length - part.Length + 1); at < span.Length; at++)
        {
            if (Begins(piece, at, part))
            {
                return at;
            }
        }

        return -1;
    }

    private bool Begins(int piece, int at, ReadOnlySpan<char> part)
    {
        for (; !part.IsEmpty; piece++, at = 0)
        {
            if (piece == _pieces.Count)
            {
                return false;
            }

            var span = _pieces[piece].Span[at..];
            var common = Math.Min(span.Length, part.Length);
            if (!span[..common].SequenceEqual(part[..common]))
            {
                return false;
            }

            part = part[common..];
        }

        return true;
    }
}
