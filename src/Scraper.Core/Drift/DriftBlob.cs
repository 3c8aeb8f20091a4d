using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scraper.Core.Drift;

/// <summary>The state of a watch as bytes: JSON under Brotli.</summary>
public static class DriftBlob
{
    private const int Longest = 8 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Packs a state.</summary>
    public static byte[] Write(DriftState state)
    {
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, state, Json);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static DriftState Read(byte[] blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(blob), CompressionMode.Decompress);
            var raw = new byte[Longest];
            var length = brotli.ReadAtLeast(raw, Longest, throwOnEndOfStream: false);
            return JsonSerializer.Deserialize<DriftState>(raw.AsSpan(0, length), Json) ?? throw new InvalidDataException("an empty drift state");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("a damaged drift state", e);
        }
    }
}
