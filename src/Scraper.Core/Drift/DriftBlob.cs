using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scraper.Core.Drift;

/// <summary>The state of a watch as bytes: JSON under Brotli.</summary>
public static class DriftBlob
{
    /// <summary>How figures are taken, paths above all: those of another version cannot be compared with today's.</summary>
    private const int Version = 2;

    private const int Longest = 8 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Packs a state.</summary>
    public static byte[] Write(DriftState state) => BrotliBlob.Pack(JsonSerializer.SerializeToUtf8Bytes(new Kept(Version, state), Json), room: 0);

    /// <summary>Reads what <see cref="Write"/> wrote. Of what an earlier version wrote only the alarm is left: what is usual is learnt anew.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static DriftState Read(byte[] blob)
    {
        ArgumentNullException.ThrowIfNull(blob);
        try
        {
            ReadOnlySpan<byte> json = BrotliBlob.Unpack(blob, room: 0, Longest);
            return JsonSerializer.Deserialize<Kept>(json, Json) switch
            {
                { Version: Version, State: { } state } => state,
                { State: { } older } => older with { Baseline = [], Recent = [] },
                not null => JsonSerializer.Deserialize<DriftState>(json, Json)! with { Baseline = [], Recent = [] },
                null => throw new InvalidDataException("an empty drift state"),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("a damaged drift state", e);
        }
    }

    private sealed record Kept(int Version, DriftState? State);
}
