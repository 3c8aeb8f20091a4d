using Scraper.Fetching.Http;

namespace Scraper.Discovery.Sitemaps;

/// <summary>The first bytes of a stream, up to a bound.</summary>
/// <param name="inner">The stream; closed with this one.</param>
/// <param name="most">The most bytes that are read of it.</param>
internal sealed class CappedStream(Stream inner, long most) : ForwardOnlyStream
{
    private long left = most;

    /// <summary>Whether there was more.</summary>
    public bool IsCut { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (left == 0)
        {
            IsCut |= inner.ReadByte() >= 0;
            return 0;
        }

        var read = inner.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        left -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
