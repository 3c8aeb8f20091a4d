using System.Buffers;

namespace Scraper.Fetching.Http;

/// <summary>Takes out of the heads of HTTP/1 answers the lines that are no header (no colon, no name), as browsers do. Pure; fed with the bytes as they come.</summary>
internal sealed class HeaderLines
{
    /// <summary>Bytes of a line that are held back until its colon comes; no name is longer.</summary>
    private const int MaxNameBytes = 1024;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private readonly ArrayBufferWriter<byte> _start = new(MaxNameBytes);
    private Part _part = Part.Body;
    private bool _isInterim;

    private enum Part
    {
        /// <summary>Nothing is looked at until the next question is sent.</summary>
        Body,

        /// <summary>The line ahead of the headers.</summary>
        StatusLine,

        /// <summary>What may be a header's name; held back.</summary>
        Start,

        /// <summary>The rest of a line that goes through.</summary>
        Rest,

        /// <summary>The rest of a line that does not.</summary>
        Dropped,
    }

    /// <summary>Whether a head is awaited or under way.</summary>
    public bool IsInHead => _part != Part.Body;

    /// <summary>The next bytes begin a head.</summary>
    public void Begin()
    {
        _start.ResetWrittenCount();
        _part = Part.StatusLine;
    }

    /// <summary>Takes bytes of the answer in and gives what stays of them, with what was held back before.</summary>
    public void Pass(ReadOnlySpan<byte> bytes, IBufferWriter<byte> kept)
    {
        for (; bytes.Length > 0 && IsInHead; bytes = bytes[1..])
        {
            Pass(bytes[0], kept);
        }

        kept.Write(bytes);
    }

    private void Pass(byte next, IBufferWriter<byte> kept)
    {
        switch (_part)
        {
            case Part.StatusLine or Part.Start:
                _start.Write([next]);
                if (next == '\n' || (_part == Part.Start && next == ':') || _start.WrittenCount == MaxNameBytes)
                {
                    Judge(next, kept);
                }

                break;
            default:
                if (_part == Part.Rest)
                {
                    kept.Write([next]);
                }

                _part = next == '\n' ? Part.Start : _part;
                break;
        }
    }

    private void Judge(byte last, IBufferWriter<byte> kept)
    {
        var line = _start.WrittenSpan;
        var isEnd = last == '\n' && line.TrimEnd("\r\n"u8).IsEmpty;
        // A line that begins with a blank goes on with the one before.
        var isKept = _part == Part.StatusLine || isEnd || line[0] is (byte)' ' or (byte)'\t' || (last == ':' && IsName(line[..^1]));
        if (isKept)
        {
            kept.Write(line);
        }

        if (_part == Part.StatusLine)
        {
            // "HTTP/1.1 103": another head follows; after 101 comes something else.
            _isInterim = line.Length > 12 && line[9] == '1' && !line[9..12].SequenceEqual("101"u8);
        }

        _part = isEnd && _part == Part.Start ? (_isInterim ? Part.StatusLine : Part.Body)
            : last == '\n' ? Part.Start
            : isKept ? Part.Rest
            : Part.Dropped;
        _start.ResetWrittenCount();
    }

    private static bool IsName(ReadOnlySpan<byte> name) => name.TrimEnd((byte)' ') is { IsEmpty: false } trimmed && !trimmed.ContainsAnyExcept(NameBytes);
}
