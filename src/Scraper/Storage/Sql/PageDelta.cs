using System.Buffers.Binary;
using System.Numerics;

namespace Scraper.Storage.Sql;

/// <summary>
/// A page as its difference from another page of the same site: copies out of that base, and what is new. Written in one
/// walk over both, whatever they hold. All numbers are LEB128; the steps come first, each [new bytes, copied bytes, where to
/// copy from: zigzag distance from the end of the last copy], then the new bytes.
/// </summary>
internal static class PageDelta
{
    /// <summary>A shorter copy costs about as much as its bytes.</summary>
    private const int MinCopy = 24;

    /// <summary>Bytes that are hashed to find a copy; each start of a block this long in the base is known.</summary>
    private const int Block = 16;

    /// <summary>Every fourth position of the base is known: a copy of <see cref="MinCopy"/> bytes holds a known block.</summary>
    private const int Stride = 4;

    /// <summary>The difference of a page from its base.</summary>
    public static byte[] Of(ReadOnlySpan<byte> basis, ReadOnlySpan<byte> page)
    {
        var known = Index(basis, out var shift);
        var steps = new MemoryStream();
        var added = new MemoryStream();
        var (start, lastCopy) = (0, 0);
        var at = 0;
        while (at + Block <= page.Length)
        {
            var from = known[Hash(page[at..]) >> shift] - 1;
            var length = from < 0 ? 0 : page[at..].CommonPrefixLength(basis[from..]);
            var back = 0;
            while (length >= Block && at - back > start && from - back > 0 && page[at - back - 1] == basis[from - back - 1])
            {
                back++;
            }

            if (length < Block || length + back < MinCopy)
            {
                at++;
                continue;
            }

            Step(steps, at - back - start, length + back, from - back - lastCopy);
            added.Write(page[start..(at - back)]);
            lastCopy = from + length;
            start = at += length;
        }

        Step(steps, page.Length - start, 0, 0);
        added.Write(page[start..]);
        var head = new MemoryStream();
        Write(head, (ulong)steps.Length);
        steps.WriteTo(head);
        added.WriteTo(head);
        return head.ToArray();
    }

    /// <summary>The page again.</summary>
    /// <exception cref="InvalidDataException">The delta does not give a page of this size out of this base.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> basis, ReadOnlySpan<byte> delta, int size)
    {
        var at = 0;
        var stepsLength = Read(delta, ref at);
        if (stepsLength > (ulong)(delta.Length - at))
        {
            throw Damaged();
        }

        var steps = delta.Slice(at, (int)stepsLength);
        var added = delta[(at + (int)stepsLength)..];
        var page = new byte[size];
        var (step, filled, taken, lastCopy) = (0, 0, 0, 0L);
        while (step < steps.Length)
        {
            var fresh = Read(steps, ref step);
            var copied = Read(steps, ref step);
            var distance = Read(steps, ref step);
            if (fresh > (ulong)(added.Length - taken) || fresh > (ulong)(size - filled))
            {
                throw Damaged();
            }

            added.Slice(taken, (int)fresh).CopyTo(page.AsSpan(filled));
            (taken, filled) = (taken + (int)fresh, filled + (int)fresh);
            var from = lastCopy + ((long)(distance >> 1) ^ -(long)(distance & 1));
            if (copied > (ulong)(size - filled) || from < 0 || from > basis.Length || copied > (ulong)(basis.Length - from))
            {
                throw Damaged();
            }

            basis.Slice((int)from, (int)copied).CopyTo(page.AsSpan(filled));
            filled += (int)copied;
            lastCopy = from + (long)copied;
        }

        return filled == size && taken == added.Length ? page : throw Damaged();
    }

    private static InvalidDataException Damaged() => new("a page that is kept as a difference does not fit its base");

    /// <summary>One more than the last known position of each hash, 0: none.</summary>
    private static int[] Index(ReadOnlySpan<byte> basis, out int shift)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)basis.Length | 1) + 1 - BitOperations.Log2(Stride), 8, 20);
        shift = 64 - bits;
        var known = new int[1 << bits];
        for (var i = 0; i + Block <= basis.Length; i += Stride)
        {
            known[Hash(basis[i..]) >> shift] = i + 1;
        }

        return known;
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes) * 0x9E3779B97F4A7C15UL)
        ^ (BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), 29) * 0xBF58476D1CE4E5B9UL);

    private static void Step(MemoryStream to, int fresh, int copied, int distance)
    {
        Write(to, (ulong)fresh);
        Write(to, (ulong)copied);
        Write(to, (uint)((distance << 1) ^ (distance >> 31)));
    }

    private static void Write(MemoryStream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to.WriteByte((byte)(value | 0x80));
        }

        to.WriteByte((byte)value);
    }

    /// <summary>A number below 2^35; larger ones do not occur.</summary>
    private static ulong Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at >= bytes.Length)
            {
                throw Damaged();
            }

            var b = bytes[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Damaged();
    }
}
