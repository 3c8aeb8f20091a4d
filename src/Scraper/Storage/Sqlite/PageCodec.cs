using System.Buffers;
using System.IO.Compression;

namespace Scraper.Storage.Sqlite;

/// <summary>How the archive packs page bodies.</summary>
internal static class PageCodec
{
    /// <summary>Encoding name of a packed body.</summary>
    public const string Plain = "br";

    private const int Quality = 5;
    private const int Window = 22;

    public static byte[] Pack(ReadOnlySpan<byte> body)
    {
        var packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length) + 16);
        try
        {
            return BrotliEncoder.TryCompress(body, packed, out var length, Quality, Window)
                ? packed[..length]
                : throw new InvalidOperationException($"brotli found no room for {body.Length} bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>Unpacks a body of known size; more than that is damage, not memory.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was packed.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int size)
    {
        var body = new byte[size];
        return BrotliDecoder.TryDecompress(packed, body, out var written) && written == size
            ? body
            : throw new InvalidDataException($"a page of {size} bytes does not unpack");
    }
}
