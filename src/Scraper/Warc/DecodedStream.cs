using Scraper.Fetching.Http;

namespace Scraper.Warc;

/// <summary>A stream that is only read, forwards and without waiting for others.</summary>
internal abstract class DecodedStream : ForwardOnlyStream
{
    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
}
