using System.Buffers.Binary;

namespace Scraper.Storage.Sql;

/// <summary>The bands of an article as bytes, six a band, least first.</summary>
internal static class PackedBands
{
    private const int BytesABand = 6;

    public static byte[] Write(IReadOnlyList<long> bands)
    {
        var bytes = new byte[bands.Count * BytesABand];
        for (var i = 0; i < bands.Count; i++)
        {
            var six = bytes.AsSpan(i * BytesABand);
            BinaryPrimitives.WriteUInt32LittleEndian(six, (uint)bands[i]);
            BinaryPrimitives.WriteUInt16LittleEndian(six[sizeof(uint)..], (ushort)(bands[i] >> 32));
        }

        return bytes;
    }

    public static IReadOnlyList<long> Read(ReadOnlySpan<byte> bytes)
    {
        var bands = new long[bytes.Length / BytesABand];
        for (var i = 0; i < bands.Length; i++)
        {
            var six = bytes[(i * BytesABand)..];
            bands[i] = BinaryPrimitives.ReadUInt32LittleEndian(six) | ((long)BinaryPrimitives.ReadUInt16LittleEndian(six[sizeof(uint)..]) << 32);
        }

        return bands;
    }
}
