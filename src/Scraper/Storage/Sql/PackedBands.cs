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
            for (var b = 0; b < BytesABand; b++)
            {
                bytes[(i * BytesABand) + b] = (byte)(bands[i] >> (8 * b));
            }
        }

        return bytes;
    }

    public static IReadOnlyList<long> Read(byte[] bytes) =>
        [.. bytes.Chunk(BytesABand).Select(six => six.Select((b, i) => (long)b << (8 * i)).Sum())];
}
