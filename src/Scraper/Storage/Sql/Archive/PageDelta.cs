using System.Buffers;
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

    /// <summary>After so many positions without a copy it looks at every second one, then at every third …</summary>
    private const int Patience = 64;

    /// <summary>At most so many positions are passed over at a time: what a copy loses at its start is found backwards.</summary>
    private const int MaxPassed = 8;

    /// <summary>A step takes at most three numbers of five bytes.</summary>
    private const int MaxStep = 15;

    /// <summary>Writes the difference of a page from its base.</summary>
    /// <param name="basis">The other page.</param>
    /// <param name="page">The page.</param>
    /// <param name="delta">Where to.</param>
    /// <returns>Its length, or -1 where there is no room for it, which is seen before the page has been read to its end.</returns>
    public static int Write(ReadOnlySpan<byte> basis, ReadOnlySpan<byte> page, Span<byte> delta)
    {
        // A place a known block, within limits.
        var bits = Math.Clamp(BitOperations.Log2((uint)basis.Length | 1) + 1 - BitOperations.Log2(Stride), 8, 20);
        var places = ArrayPool<int>.Shared.Rent(1 << bits);
        var steps = ArrayPool<byte>.Shared.Rent((page.Length / MinCopy + 2) * MaxStep);
        try
        {
            var known = places.AsSpan(0, 1 << bits);
            Index(basis, known);
            return Write(basis, page, known, steps, delta);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
            ArrayPool<byte>.Shared.Return(steps);
        }
    }

    private static int Write(ReadOnlySpan<byte> basis, ReadOnlySpan<byte> page, ReadOnlySpan<int> known, Span<byte> steps, Span<byte> delta)
    {
        var shift = Shift(known.Length);
        var (step, added) = (0, 0);
        var (at, start, lastCopy, missed) = (0, 0, 0, 0);
        while (at + Block <= page.Length)
        {
            var from = known[(int)(Hash(page[at..]) >> shift)] - 1;
            var length = from < 0 ? 0 : page[at..].CommonPrefixLength(basis[from..]);
            var back = 0;
            while (length >= Block && at - back > start && from - back > 0 && page[at - back - 1] == basis[from - back - 1])
            {
                back++;
            }

            if (length < Block || length + back < MinCopy)
            {
                at += Math.Min(MaxPassed, 1 + (missed++ / Patience));
                if (added + at - start > delta.Length + Block)
                {
                    return -1;
                }

                continue;
            }

            var fresh = page[start..(at - back)];
            if (!fresh.TryCopyTo(delta[added..]))
            {
                return -1;
            }

            Step(steps, ref step, fresh.Length, length + back, from - back - lastCopy);
            added += fresh.Length;
            lastCopy = from + length;
            start = at += length;
            missed = 0;
        }

        Step(steps, ref step, page.Length - start, 0, 0);
        Span<byte> head = stackalloc byte[5];
        var headLength = 0;
        Write(head, ref headLength, (uint)step);
        var whole = headLength + step + added + page.Length - start;
        if (whole > delta.Length)
        {
            return -1;
        }

        page[start..].CopyTo(delta[added..]);
        delta[..(added + page.Length - start)].CopyTo(delta[(headLength + step)..]);
        head[..headLength].CopyTo(delta);
        steps[..step].CopyTo(delta[headLength..]);
        return whole;
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
    private static void Index(ReadOnlySpan<byte> basis, Span<int> known)
    {
        known.Clear();
        var shift = Shift(known.Length);
        for (var i = 0; i + Block <= basis.Length; i += Stride)
        {
            known[(int)(Hash(basis[i..]) >> shift)] = i + 1;
        }
    }

    /// <summary>What makes a hash a place in a table of a power of two.</summary>
    private static int Shift(int places) => 64 - BitOperations.Log2((uint)places);

    private static ulong Hash(ReadOnlySpan<byte> bytes) =>
        (BinaryPrimitives.ReadUInt64LittleEndian(bytes) * 0x9E3779B97F4A7C15UL)
        ^ (BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]), 29) * 0xBF58476D1CE4E5B9UL);

    private static void Step(Span<byte> to, ref int at, int fresh, int copied, int distance)
    {
        Write(to, ref at, (uint)fresh);
        Write(to, ref at, (uint)copied);
        Write(to, ref at, (uint)((distance << 1) ^ (distance >> 31)));
    }

    private static void Write(Span<byte> to, ref int at, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to[at++] = (byte)(value | 0x80);
        }

        to[at++] = (byte)value;
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
