using System.Buffers;

namespace Scraper.Fetching.Http;

/// <summary>
/// A connection on which HTTP/1 is spoken, one question after the other, whose answers lose the lines of their heads that are no
/// header (<see cref="HeaderLines"/>): the HTTP stack would refuse the whole page for one.
/// </summary>
internal sealed class TolerantConnection(Stream inner) : Stream
{
    private readonly HeaderLines _lines = new();
    private readonly ArrayBufferWriter<byte> _kept = new();
    private int _given;
    private bool _isTunnel;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_given == _kept.WrittenCount)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            if (read == 0 || !_lines.IsInHead)
            {
                return read;
            }

            _given = 0;
            _kept.ResetWrittenCount();
            _lines.Pass(buffer.Span[..read], _kept);
        }

        var given = Math.Min(buffer.Length, _kept.WrittenCount - _given);
        _kept.WrittenSpan.Slice(_given, given).CopyTo(buffer.Span);
        _given += given;
        return given;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // What follows the answer to CONNECT is another's talk.
        _isTunnel |= buffer.Span.StartsWith("CONNECT "u8);
        if (!_isTunnel && !_lines.IsInHead)
        {
            _lines.Begin();
        }

        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("read asynchronously");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("write asynchronously");

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
