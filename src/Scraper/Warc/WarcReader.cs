using System.Globalization;

namespace Scraper.Warc;

/// <summary>
/// Reads WARC 1.0 and 1.1 (ISO 28500), plain or gzipped, a member a record or many. Streams: one block at a time is in
/// memory. Damage costs the record that it hits; the next one is found again.
/// </summary>
/// <param name="file">The file; must be seekable.</param>
/// <param name="limits">What a record may hold.</param>
/// <param name="wanted">Whether the block of a record is read; of the others only the fields are.</param>
internal sealed class WarcReader(Stream file, WarcLimits limits, Func<WarcFields, bool> wanted)
{
    /// <summary>Bytes that members with broken records are read again, at most: so many, and so many times the file's.</summary>
    private const long MostReadAgain = 64 * 1024 * 1024;
    private const int MostTimesReadAgain = 4;

    private readonly WarcInput _input = new();
    private long _recordStart;
    private long _readAgain;

    private static ReadOnlySpan<byte> Version => "WARC/1."u8;

    /// <summary>The file's records in order, and what is broken between them.</summary>
    public IEnumerable<WarcEntry> Read() => GzipFile.Is(file) ? ReadGzip() : ReadPlain();

    private IEnumerable<WarcEntry> ReadPlain()
    {
        file.Position = 0;
        _input.Reset(file, 0);
        while (Next(null, member: null) is { } entry)
        {
            yield return entry;
            if (entry is WarcEntry.Broken { EndKnown: false })
            {
                file.Position = entry.Offset;
                _input.Reset(file, entry.Offset);
                if (!_input.GoToLine(Version))
                {
                    yield break;
                }
            }
        }
    }

    private IEnumerable<WarcEntry> ReadGzip()
    {
        file.Position = 0;
        var gzip = new GzipFile(file);
        var isLost = false;
        while (!gzip.IsAtEnd)
        {
            var offset = gzip.Position;
            WarcEntry? entry = Open(gzip, offset, out var member);
            while (member is not null)
            {
                using (member)
                {
                    while ((entry = Next(offset, member)) is not (null or WarcEntry.Broken { EndKnown: false }))
                    {
                        isLost = false;
                        yield return entry;
                    }
                }

                member = entry is null ? null : Reopen(gzip, offset);
                if (member is not null && !isLost)
                {
                    yield return entry!;
                }
            }

            if (entry is not null)
            {
                // What looks like a member inside damaged data is not damage of its own.
                if (!isLost)
                {
                    yield return entry;
                }

                isLost = true;
                gzip.SkipToMember(offset + 1);
            }
        }
    }

    private WarcEntry.Broken? Open(GzipFile gzip, long offset, out GzipMember? member)
    {
        try
        {
            member = gzip.Open();
            _input.Reset(member, 0);
            return null;
        }
        catch (InvalidDataException broken)
        {
            member = null;
            return new WarcEntry.Broken(offset, broken.Message);
        }
    }

    /// <summary>Reads a member again, up to the next record behind the broken one, of which a wrong length may have taken any number along.</summary>
    /// <returns><see langword="null"/> where none follows, or so much was read again that more would cost too much.</returns>
    private GzipMember? Reopen(GzipFile gzip, long offset)
    {
        _readAgain += _input.Position;
        if (_readAgain > MostReadAgain + (MostTimesReadAgain * file.Length))
        {
            return null;
        }

        gzip.SkipToMember(offset);
        Open(gzip, offset, out var member);
        try
        {
            _input.Skip(_recordStart);
            if (_input.GoToLine(Version))
            {
                return member;
            }
        }
        catch (InvalidDataException)
        {
            // Where its bytes end, so do its records.
        }

        member?.Dispose();
        return null;
    }

    /// <summary>The next record, or <see langword="null"/> at the end of the file or the member.</summary>
    private WarcEntry? Next(long? memberOffset, GzipMember? member)
    {
        var offset = memberOffset ?? _input.Position;
        try
        {
            _input.SkipLineEnds();
            _recordStart = _input.Position;
            offset = memberOffset ?? _recordStart;
            if (_input.Peek() < 0)
            {
                member?.Verify();
                return null;
            }

            var entry = ReadRecord(offset, member is null);
            if (member is not null)
            {
                _input.SkipLineEnds();
                if (_input.Peek() < 0)
                {
                    member.Verify();
                }
            }

            return entry;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return new WarcEntry.Broken(offset, broken.Message);
        }
    }

    private WarcEntry ReadRecord(long offset, bool isPlain)
    {
        var version = _input.Line(limits.HeaderBytes);
        if (version is not ("WARC/1.0" or "WARC/1.1"))
        {
            throw new InvalidDataException($"WARC/1.0 or WARC/1.1 must stand here, not '{(version.Length > 40 ? version[..40] + "…" : version)}'");
        }

        var fields = ReadFields();
        var length = fields.ContentLength ?? throw new InvalidDataException("it has no Content-Length");
        if (isPlain && !EndsAt(_input.Position + length))
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"its Content-Length of {length} does not lead to its end"));
        }

        WarcEntry entry;
        if (!wanted(fields))
        {
            _input.Skip(length);
            entry = new WarcEntry.Record(offset, fields, default);
        }
        else if (length > limits.BlockBytes)
        {
            _input.Skip(length);
            entry = new WarcEntry.Broken(offset, string.Create(CultureInfo.InvariantCulture, $"its block of {length} bytes is larger than {limits.BlockBytes}"), EndKnown: true);
        }
        else
        {
            entry = new WarcEntry.Record(offset, fields, _input.Block((int)length));
        }

        return _input.Peek() is '\r' or '\n' or -1
            ? entry
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"its Content-Length of {length} does not lead to its end"));
    }

    private WarcFields ReadFields()
    {
        var fields = new WarcFields();
        var left = limits.HeaderBytes;
        string? name = null, value = null;
        while (true)
        {
            var line = _input.Line(left);
            left -= line.Length;
            if (name is not null && line.Length > 0 && line[0] is ' ' or '\t')
            {
                value = $"{value} {line.Trim()}";
                continue;
            }

            if (name is not null)
            {
                fields.Add(name, value!);
            }

            if (line.Length == 0)
            {
                return fields;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new InvalidDataException("a line of its fields has no name");
            }

            (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
    }

    /// <summary>Whether a block that ends there is followed by what must follow it. Asked first, so that no wrong length costs a long read.</summary>
    private bool EndsAt(long offset)
    {
        if (offset > file.Length || offset < 0)
        {
            return false;
        }

        var here = file.Position;
        file.Position = offset;
        var next = file.ReadByte();
        file.Position = here;
        return next is '\r' or '\n' or -1;
    }
}
