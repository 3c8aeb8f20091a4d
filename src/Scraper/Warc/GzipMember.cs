using System.IO.Compression;

namespace Scraper.Warc;

/// <summary>What a gzip member holds.</summary>
internal sealed class GzipMember : DecodedStream
{
    private readonly GzipFile _file;
    private readonly DeflateStream _decoder;
    private Crc32 _check;
    private uint _length;

    /// <summary>A member whose header has been read.</summary>
    public GzipMember(GzipFile file)
    {
        _file = file;
        _decoder = new DeflateStream(new Feed(file), CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _decoder.Read(buffer);
        _check.Add(buffer[..read]);
        _length += (uint)read;
        return read;
    }

    /// <summary>Checks a member that was read to its end.</summary>
    /// <exception cref="InvalidDataException">Its bytes are not what was packed.</exception>
    public void Verify()
    {
        if (!_file.Ends(_check.Value, _length))
        {
            throw new InvalidDataException("the gzip member is damaged: its check value does not fit");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _decoder.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Feed(GzipFile file) : DecodedStream
    {
        public override int Read(Span<byte> buffer) => file.Read(buffer);
    }
}
