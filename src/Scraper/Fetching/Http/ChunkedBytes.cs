using System.Buffers;

namespace Scraper.Fetching.Http;

/// <summary>Bytes of which nobody knows how many will come, in rented chunks: one array that doubles leaves three times its size to the collector.</summary>
internal sealed class ChunkedBytes : IDisposable
{
    /// <summary>Below what the garbage collector treats as large.</summary>
    private const int ChunkBytes = 64 * 1024;

    private readonly List<byte[]> _chunks = [];
    private int _used = ChunkBytes;

    /// <summary>How many bytes have come.</summary>
    public int Length { get; private set; }

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Room()
    {
        if (_used == ChunkBytes)
        {
            _chunks.Add(ArrayPool<byte>.Shared.Rent(ChunkBytes));
            _used = 0;
        }

        return _chunks[^1].AsMemory(_used, ChunkBytes - _used);
    }

    /// <summary>So many bytes have come into the <see cref="Room"/>.</summary>
    public void Take(int count)
    {
        _used += count;
        Length += count;
    }

    /// <summary>All that have come, in order.</summary>
    public byte[] ToArray()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Length);
        var rest = bytes.AsSpan();
        foreach (var chunk in _chunks)
        {
            var taken = Math.Min(rest.Length, ChunkBytes);
            chunk.AsSpan(0, taken).CopyTo(rest);
            rest = rest[taken..];
        }

        return bytes;
    }

    /// <summary>Gives the chunks back.</summary>
    public void Dispose()
    {
        foreach (var chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
        _used = ChunkBytes;
    }
}
