using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Scraper.Core.Labelling;

/// <summary>Reads the numbers of a model file one after the other; all are little-endian.</summary>
internal ref struct ModelReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public short[] Int16s(int count)
    {
        var values = new short[count];
        Fill(MemoryMarshal.AsBytes(values.AsSpan()), sizeof(short));
        return values;
    }

    public float[] Singles(int count)
    {
        var values = new float[count];
        Fill(MemoryMarshal.AsBytes(values.AsSpan()), sizeof(float));
        return values;
    }

    /// <summary>The next bytes as they are.</summary>
    public ReadOnlySpan<byte> Take(int bytes)
    {
        var taken = bytes <= _rest.Length ? _rest[..bytes] : throw new InvalidDataException("the model file ends too soon");
        _rest = _rest[bytes..];
        return taken;
    }

    private void Fill(Span<byte> values, int size)
    {
        Take(values.Length).CopyTo(values);
        for (var at = 0; at < values.Length && !BitConverter.IsLittleEndian; at += size)
        {
            values.Slice(at, size).Reverse();
        }
    }
}
