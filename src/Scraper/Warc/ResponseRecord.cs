using Scraper.Fetching;
using Scraper.Fetching.Http;

namespace Scraper.Warc;

/// <summary>The page in a response record.</summary>
internal static class ResponseRecord
{
    /// <summary>Reads the page, transfer and content coding undone.</summary>
    /// <param name="record">A record of type <c>response</c>.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidDataException">It cannot be read; the message says why.</exception>
    /// <returns>The page, and whether its payload digest fits (<see langword="null"/>: it has none).</returns>
    public static async Task<(RawPage Page, bool? DigestFits)> ReadAsync(WarcEntry.Record record, WarcLimits limits, CancellationToken cancellationToken)
    {
        var fields = record.Fields;
        var url = fields.Target ?? throw new InvalidDataException("its WARC-Target-URI is no http or https URL");
        var date = fields.Date ?? throw new InvalidDataException("its WARC-Date is missing or no time");
        if (WarcDigest.Fits(fields["WARC-Block-Digest"], record.Block.Span) == false)
        {
            throw new InvalidDataException("its block is not what its WARC-Block-Digest says");
        }

        var head = HttpHead.Read(record.Block.Span, limits.HeaderBytes);
        var payload = record.Block[head.Length..];
        var body = head.Headers.TryGetValue("Transfer-Encoding", out var transfer) && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase)
            && ChunkedBody.Decode(payload.Span) is { } joined ? joined : payload;

        // Crawlers do not agree whether the payload is with or without chunks.
        var digest = fields["WARC-Payload-Digest"];
        var fits = WarcDigest.Fits(digest, payload.Span) is { } plain ? plain || WarcDigest.Fits(digest, body.Span) == true : (bool?)null;
        var (type, charset) = MediaType.Read(head.Headers.GetValueOrDefault("Content-Type"));
        var page = new RawPage
        {
            RequestedUrl = fields.Address(WarcWriter.RequestedUri) ?? url,
            FinalUrl = url,
            Status = head.Status,
            Headers = head.Headers,
            Body = await DecodeAsync(body, head.Headers.GetValueOrDefault("Content-Encoding"), limits, cancellationToken),
            ContentType = type,
            Charset = charset,
            FetchedAt = date,
        };
        return (page, fits);
    }

    private static async Task<ReadOnlyMemory<byte>> DecodeAsync(ReadOnlyMemory<byte> body, string? codings, WarcLimits limits, CancellationToken cancellationToken)
    {
        // Here, too, the header may have outlived the coding.
        var isBare = string.IsNullOrWhiteSpace(codings) || body.Length == 0
            || (codings.Contains("gzip", StringComparison.OrdinalIgnoreCase) && !body.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
            || IsMarkup(body.Span);
        if (isBare)
        {
            return body.Length <= limits.BodyBytes ? body : throw TooLarge(limits);
        }

        await using var coded = new MemoryStream(body.ToArray());
        await using var decoded = ContentCoding.Decode(coded, [codings!]) ?? throw new InvalidDataException("its content coding is not known");
        using var whole = new MemoryStream();
        var chunk = new byte[32 * 1024];
        try
        {
            for (int read; (read = await decoded.ReadAsync(chunk, cancellationToken)) > 0;)
            {
                whole.Write(chunk, 0, read);
                if (whole.Length > limits.BodyBytes)
                {
                    throw TooLarge(limits);
                }
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException)
        {
            throw new InvalidDataException($"its content coding is broken: {broken.Message}", broken);
        }

        return whole.ToArray();
    }

    /// <summary>Whether it begins with a tag and with nothing but text: no coding's output does.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> body)
    {
        body = body[..Math.Min(body.Length, 512)];
        body = (body.StartsWith("\uFEFF"u8) ? body["\uFEFF"u8.Length..] : body).TrimStart(" \t\r\n\f"u8);
        return body.Length > 1 && body[0] == '<' && (char.IsAsciiLetter((char)body[1]) || body[1] is (byte)'!' or (byte)'?') && !body.ContainsAnyInRange((byte)0, (byte)8)
            && !body.ContainsAnyInRange((byte)14, (byte)31);
    }

    private static InvalidDataException TooLarge(WarcLimits limits) => new($"its page is larger than {limits.BodyBytes} bytes");
}
