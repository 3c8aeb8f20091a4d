using System.IO.Compression;

namespace Scraper.Fetching.Http;

/// <summary>"deflate" is zlib by the standard and raw deflate from some servers; the first byte tells which (RFC 1950, 2.2).</summary>
internal sealed class DeflateOrZlibStream(Stream body) : AsyncForwardStream
{
    private Stream? decoder;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        decoder ??= await ChooseAsync(cancellationToken);
        return await decoder.ReadAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decoder?.Dispose();
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<Stream> ChooseAsync(CancellationToken cancellationToken)
    {
        var first = new byte[1];
        var read = await body.ReadAsync(first, cancellationToken);
        var whole = new PrefixedStream(first.AsMemory(0, read), body);
        const int ZlibMethod = 8;
        return read == 1 && (first[0] & 0x0F) == ZlibMethod && first[0] >> 4 <= 7
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
