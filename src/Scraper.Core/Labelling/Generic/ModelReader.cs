using System.Buffers.Binary;

namespace Scraper.Core.Labelling;

/// <summary>Reads the numbers of a model file one after the other; all are little-endian.</summary>
internal ref struct ModelReader(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> _rest = rest;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public sbyte SByte() => (sbyte)Take(1)[0];

    public float[] Singles(int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = Single();
        }

        return values;
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        var taken = bytes <= _rest.Length ? _rest[..bytes] : throw new InvalidDataException("the model file ends too soon");
        _rest = _rest[bytes..];
        return taken;
    }
}
