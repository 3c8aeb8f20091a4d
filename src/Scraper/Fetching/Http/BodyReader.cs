namespace Scraper.Fetching.Http;

/// <summary>Reads a body whole, counting what comes out of its decoders.</summary>
internal static class BodyReader
{
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
        using var body = new ChunkedBytes();
        int read;
        while ((read = await decoded.ReadAsync(body.Room(), cancellationToken)) > 0)
        {
            if (body.Length + read > limit.MaxBytes)
            {
                body.Take(limit.MaxBytes - body.Length);
                return limit.CutsOff ? (body.ToArray(), null) : (default, TooLarge(limit, status));
            }

            body.Take(read);
        }

        return (body.ToArray(), null);
    }

    private static FetchResult.Failed TooLarge(BodyLimit limit, int status) =>
        new(FailureKind.TooLarge, $"the body is larger than {limit.MaxBytes} bytes", status);

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
