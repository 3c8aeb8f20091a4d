using System.Text;

namespace Scraper.Warc;

/// <summary>Reads lines and blocks from a stream through one buffer.</summary>
internal sealed class WarcInput
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Stream _stream = Stream.Null;
    private int _start;
    private int _end;

    /// <summary>Offset of the next byte.</summary>
    public long Position { get; private set; }

    /// <summary>Reads another stream, or another place of it, from now on.</summary>
    public void Reset(Stream stream, long position) => (_stream, _start, _end, Position) = (stream, 0, 0, position);

    /// <summary>The next byte without taking it; −1 at the end.</summary>
    public int Peek() => Fill() ? _buffer[_start] : -1;

    /// <summary>Takes line ends.</summary>
    public void SkipLineEnds()
    {
        while (Peek() is '\r' or '\n')
        {
            Take(1);
        }
    }

    /// <summary>Takes a line; its end is not part of it.</summary>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <exception cref="InvalidDataException">It is longer, or the stream ends first.</exception>
    public string Line(int limit)
    {
        var line = new List<byte>();
        while (Fill())
        {
            var have = _buffer.AsSpan(_start, _end - _start);
            var end = have.IndexOf((byte)'\n');
            var take = end < 0 ? have.Length : end;
            if (line.Count + take > limit)
            {
                throw new InvalidDataException($"its fields are longer than {limit} bytes");
            }

            line.AddRange(have[..take]);
            Take(end < 0 ? take : take + 1);
            if (end >= 0)
            {
                return Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line)).TrimEnd('\r');
            }
        }

        throw new InvalidDataException("the file ends inside the record");
    }

    /// <summary>Takes so many bytes.</summary>
    /// <exception cref="InvalidDataException">The stream ends first.</exception>
    public byte[] Block(int length)
    {
        // Not all at once: a length is only a claim until the bytes have come.
        using var block = new MemoryStream(Math.Min(length, _buffer.Length));
        Each(length, block.Write);
        return block.ToArray();
    }

    /// <summary>Leaves so many bytes out.</summary>
    /// <exception cref="InvalidDataException">The stream ends first.</exception>
    public void Skip(long length) => Each(length, static _ => { });

    /// <summary>Goes to the next line that begins with a text, this line not counted.</summary>
    /// <returns>Whether there is one.</returns>
    public bool GoToLine(ReadOnlySpan<byte> text)
    {
        while (Fill())
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            Take(end < 0 ? _end - _start : end + 1);
            if (end >= 0 && Fill(text.Length) && _buffer.AsSpan(_start).StartsWith(text))
            {
                return true;
            }
        }

        return false;
    }

    private void Each(long length, ReadOnlySpanAction act)
    {
        while (length > 0)
        {
            if (!Fill())
            {
                throw new InvalidDataException("the file ends inside the record");
            }

            var take = (int)Math.Min(length, _end - _start);
            act(_buffer.AsSpan(_start, take));
            Take(take);
            length -= take;
        }
    }

    private bool Fill(int count = 1)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            for (int read; _end < count && (read = _stream.Read(_buffer.AsSpan(_end))) > 0;)
            {
                _end += read;
            }
        }

        return _end - _start >= count;
    }

    private void Take(int count)
    {
        _start += count;
        Position += count;
    }

    private delegate void ReadOnlySpanAction(ReadOnlySpan<byte> bytes);
}
