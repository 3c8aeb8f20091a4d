using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Scraper.Storage.Sql;

/// <summary>How the archive packs page bodies: brotli over the whole, or over the difference from a page of the same site.</summary>
internal static class PageCodec
{
    /// <summary>Encoding of a body that is packed whole.</summary>
    public const string Whole = "br";

    /// <summary>Encoding of a difference: its length (4 bytes, little-endian), then <see cref="PageDelta"/> in brotli.</summary>
    public const string Near = "delta";

    /// <summary>The largest body, in bytes; a larger size in a store is damage.</summary>
    public const int MaxSize = 512 * 1024 * 1024;

    /// <summary>A closer look takes three times as long for an eighth of the bytes; what is kept whole is little beside the differences from it.</summary>
    private const int QualityOfWhole = 3;

    private const int QualityOfNear = 5;
    private const int Window = 22;

    public static byte[] Pack(ReadOnlySpan<byte> body) => Compress(body, room: 0, QualityOfWhole);

    /// <summary>Packs the difference from a base.</summary>
    /// <returns>Null where more than two thirds of the page are new: brotli over the whole is as short.</returns>
    public static byte[]? PackNear(ReadOnlySpan<byte> body, ReadOnlySpan<byte> basis)
    {
        var most = body.Length / 3 * 2;
        var delta = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var length = PageDelta.Write(basis, body, delta.AsSpan(0, most));
            if (length < 0)
            {
                return null;
            }

            var packed = Compress(delta.AsSpan(0, length), room: sizeof(int), QualityOfNear);
            BinaryPrimitives.WriteInt32LittleEndian(packed, length);
            return packed;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(delta);
        }
    }

    /// <summary>Unpacks a body of known size; more than that is damage, not memory.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was packed.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int size) => Decompress(packed, size, MaxSize);

    /// <summary>Unpacks a difference from a base.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was packed, or not from this base.</exception>
    public static byte[] UnpackNear(ReadOnlySpan<byte> packed, int size, ReadOnlySpan<byte> basis) =>
        packed.Length < sizeof(int) || size is < 0 or > MaxSize
            ? throw Damaged(size)
            : PageDelta.Apply(basis, Decompress(packed[sizeof(int)..], BinaryPrimitives.ReadInt32LittleEndian(packed), size), size);

    private static byte[] Compress(ReadOnlySpan<byte> bytes, int room, int quality)
    {
        var packed = ArrayPool<byte>.Shared.Rent(room + BrotliEncoder.GetMaxCompressedLength(bytes.Length) + 16);
        try
        {
            return BrotliEncoder.TryCompress(bytes, packed.AsSpan(room), out var length, quality, Window)
                ? packed[..(room + length)]
                : throw new InvalidOperationException($"brotli found no room for {bytes.Length} bytes");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    private static byte[] Decompress(ReadOnlySpan<byte> packed, int size, int max)
    {
        if (size < 0 || size > max)
        {
            throw Damaged(size);
        }

        var bytes = new byte[size];
        return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == size ? bytes : throw Damaged(size);
    }

    private static InvalidDataException Damaged(int size) => new($"a page of {size} bytes does not unpack");
}
