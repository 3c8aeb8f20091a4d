using System.Buffers.Binary;

namespace Scraper.Warc;

/// <summary>
/// A file of gzip members (RFC 1952), one after the other, and where each begins. The decoder of the runtime does not tell
/// where a member ends, so it is fed no further than to the next place that could be the start of one.
/// </summary>
/// <param name="file">The file; must be seekable.</param>
internal sealed class GzipFile(Stream file)
{
    private const int MostHeader = 64 * 1024;
    private const int DecoderReads = 8192;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private ulong _tail;
    private long _memberStart;

    private static ReadOnlySpan<byte> Magic => [0x1f, 0x8b, 0x08];

    /// <summary>Offset of the next byte.</summary>
    public long Position { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => !Fill(1);

    /// <summary>Whether a file begins as gzip does.</summary>
    public static bool Is(Stream file)
    {
        Span<byte> start = stackalloc byte[2];
        file.Position = 0;
        var read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && start.SequenceEqual(Magic[..2]);
    }

    /// <summary>Begins to read the member that stands here.</summary>
    /// <exception cref="InvalidDataException">None stands here.</exception>
    public GzipMember Open()
    {
        Span<byte> head = stackalloc byte[10];
        for (var i = 0; i < head.Length; i++)
        {
            head[i] = Byte();
        }

        const int Extra = 4, Name = 8, Comment = 16, HeaderCheck = 2, Reserved = 0xE0;
        var flags = head[3];
        if (!head[..3].SequenceEqual(Magic) || (flags & Reserved) != 0)
        {
            throw new InvalidDataException("no gzip member begins here");
        }

        for (var extra = (flags & Extra) == 0 ? 0 : Byte() | (Byte() << 8); extra > 0; extra--)
        {
            Byte();
        }

        for (var texts = ((flags & Name) == 0 ? 0 : 1) + ((flags & Comment) == 0 ? 0 : 1); texts > 0; texts--)
        {
            for (var length = 0; Byte() != 0; length++)
            {
                if (length == MostHeader)
                {
                    throw new InvalidDataException("the gzip header is too long");
                }
            }
        }

        for (var check = (flags & HeaderCheck) == 0 ? 0 : 2; check > 0; check--)
        {
            Byte();
        }

        _memberStart = Position;
        return new GzipMember(this);
    }

    /// <summary>Goes to the next place, at an offset or after it, that could be the start of a member, or to the end.</summary>
    public void SkipToMember(long from)
    {
        Seek(from);
        while (Fill(Magic.Length) && !_buffer.AsSpan(_start).StartsWith(Magic))
        {
            Take(Math.Max(1, Reach()));
        }

        if (_end - _start < Magic.Length)
        {
            Take(_end - _start);
        }
    }

    /// <summary>Compressed bytes, no further than to the next possible start of a member.</summary>
    public int Read(Span<byte> target)
    {
        target = target[..Math.Min(target.Length, DecoderReads)];
        if (!Fill(Magic.Length) && _start == _end)
        {
            return 0;
        }

        var count = Math.Min(target.Length, Reach());
        _buffer.AsSpan(_start, count).CopyTo(target);
        Take(count);
        return count;
    }

    /// <summary>Goes to the end of a member, which is where its trailer ends: the decoder has stopped a little before or after it.</summary>
    /// <returns>Whether there is a trailer with this check value and length.</returns>
    public bool Ends(uint check, uint length)
    {
        var trailer = new byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, check);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(sizeof(uint)), length);
        var expected = BinaryPrimitives.ReadUInt64LittleEndian(trailer);
        for (var more = 0; _tail != expected && more < trailer.Length && Fill(1); more++)
        {
            Take(1);
        }

        if (_tail == expected)
        {
            return true;
        }

        // Something else than a member follows, and the decoder has had some of it.
        // Never ahead of the member, or reading would not get on.
        var from = Math.Max(_memberStart, Position - DecoderReads - (2 * trailer.Length));
        var window = new byte[Position - from];
        file.Position = from;
        var found = window.AsSpan(0, file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false)).IndexOf(trailer);
        Seek(found < 0 ? Position : from + found + trailer.Length);
        return found >= 0;
    }

    private void Seek(long offset)
    {
        file.Position = Position = offset;
        _start = _end = 0;
    }

    /// <summary>How many of the bytes at hand can be given ahead of the next possible start of a member.</summary>
    private int Reach()
    {
        var have = _buffer.AsSpan(_start, _end - _start);
        var next = have.Length > 1 ? have[1..].IndexOf(Magic) : -1;
        return next >= 0 ? next + 1
            : file.Position == file.Length ? have.Length
            : Math.Max(1, have.Length - (Magic.Length - 1));
    }

    private byte Byte()
    {
        if (!Fill(1))
        {
            throw new InvalidDataException("the file ends inside a gzip member");
        }

        var value = _buffer[_start];
        Take(1);
        return value;
    }

    private bool Fill(int count)
    {
        if (_end - _start < count)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            for (int read; _end < count && (read = file.Read(_buffer, _end, _buffer.Length - _end)) > 0;)
            {
                _end += read;
            }
        }

        return _end - _start >= count;
    }

    private void Take(int count)
    {
        foreach (var value in _buffer.AsSpan(_start, count)[Math.Max(0, count - sizeof(ulong))..])
        {
            _tail = (_tail >> 8) | ((ulong)value << 56);
        }

        _start += count;
        Position += count;
    }
}
