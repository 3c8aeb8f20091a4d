namespace Scraper.Warc;

/// <summary>CRC-32 as gzip has it (RFC 1952, 8).</summary>
internal struct Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];
    private uint _rest;

    /// <summary>The value of what was added so far.</summary>
    public readonly uint Value => _rest;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var rest = ~_rest;
        foreach (var value in bytes)
        {
            rest = Table[(byte)(rest ^ value)] ^ (rest >> 8);
        }

        _rest = ~rest;
    }

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            row = (row & 1) == 0 ? row >> 1 : (row >> 1) ^ 0xEDB88320;
        }

        return row;
    }
}
