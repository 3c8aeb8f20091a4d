using System.IO.Compression;

namespace Scraper.Core;

/// <summary>Packs and unpacks what is kept of a site.</summary>
internal static class BrotliBlob
{
    /// <summary>What is packed is written every few pages, and for long.</summary>
    private const int Quality = 3;

    private const int Window = 20;

    /// <summary>Packs bytes in one go: small pieces, each packed as it comes, cost ten times as much.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="room">Bytes to leave free in front.</param>
    public static byte[] Pack(ReadOnlySpan<byte> bytes, int room)
    {
        var blob = new byte[room + BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, blob.AsSpan(room), out var length, Quality, Window)
            ? blob[..(room + length)]
            : throw new InvalidOperationException($"brotli found no room for {bytes.Length} bytes");
    }

    /// <summary>Unpacks a blob, and stops at a length that none has.</summary>
    /// <param name="blob">What <see cref="Pack"/> made.</param>
    /// <param name="room">The bytes in front that are not packed.</param>
    /// <param name="longest">Most bytes to unpack.</param>
    /// <exception cref="InvalidOperationException">The bytes are damaged.</exception>
    public static ArraySegment<byte> Unpack(byte[] blob, int room, int longest)
    {
        using var brotli = new BrotliStream(new MemoryStream(blob, room, blob.Length - room), CompressionMode.Decompress);
        var bytes = new byte[(int)Math.Clamp(blob.Length * 8L, 1, longest)];
        var length = brotli.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        while (length == bytes.Length && length < longest)
        {
            Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, longest));
            length += brotli.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
        }

        return new ArraySegment<byte>(bytes, 0, length);
    }
}
