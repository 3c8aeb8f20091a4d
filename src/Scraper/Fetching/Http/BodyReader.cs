using System.Buffers;

namespace Scraper.Fetching.Http;

/// <summary>Reads a body whole, counting what comes out of its decoders.</summary>
internal static class BodyReader
{
    private const int ChunkBytes = 32 * 1024;

    /// <summary>Reads the body.</summary>
    /// <returns>The body, or why there is none.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, FetchResult.Failed? Failure)> ReadAsync(
        HttpResponseMessage response, BodyLimit limit, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var codings = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToArray() : [];
        if (codings.Length == 0 && !limit.CutsOff && response.Content.Headers.ContentLength > limit.MaxBytes)
        {
            return (default, TooLarge(limit, status));
        }

        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var wire = new WireStream(raw);
        var decoded = ContentCoding.Decode(wire, codings);
        if (decoded is null)
        {
            return (default, new(FailureKind.Encoding, $"content coding '{Shorten(string.Join(", ", codings))}' is not known", status));
        }

        await using (decoded)
        {
            try
            {
                return await ReadAsync(decoded, limit, status, cancellationToken);
            }
            catch (Exception e) when (e is InvalidDataException || (e is IOException or InvalidOperationException && !wire.HasFailed))
            {
                return (default, new(wire.HasEnded ? FailureKind.Truncated : FailureKind.Encoding, "the content coding is broken: " + e.Message, status));
            }
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Body, FetchResult.Failed? Failure)> ReadAsync(
        Stream decoded, BodyLimit limit, int status, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await decoded.ReadAsync(chunk, cancellationToken)) > 0)
            {
                var room = limit.MaxBytes - (int)body.Length;
                body.Write(chunk, 0, Math.Min(read, room));
                if (read > room)
                {
                    return limit.CutsOff ? (body.ToArray(), null) : (default, TooLarge(limit, status));
                }
            }

            return (body.ToArray(), null);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static FetchResult.Failed TooLarge(BodyLimit limit, int status) =>
        new(FailureKind.TooLarge, $"the body is larger than {limit.MaxBytes} bytes", status);

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
