using System.IO.Compression;

namespace Scraper.Fetching.Http;

/// <summary>Undoes content codings (RFC 9110, 8.4) as a stream, so that what comes out can be counted as it comes. The decoders
/// notice a body that is cut short only with the runtime option UseStrictValidation (Directory.Build.props).</summary>
internal static class ContentCoding
{
    /// <summary>Value of Accept-Encoding.</summary>
    public const string Accepted = "gzip, br, deflate";

    // A server has no reason for more than one; each layer multiplies what a bomb can do.
    private const int MaxLayers = 2;

    /// <summary>Codings of the IANA registry that are not asked for. Any other name ("none", "utf-8") is no coding, and is passed over as browsers do.</summary>
    private static readonly string[] Foreign = ["AES128GCM", "COMPRESS", "DCB", "DCZ", "EXI", "PACK200-GZIP", "X-COMPRESS", "ZSTD"];

    private static readonly string[] Known = ["GZIP", "X-GZIP", "BR", "DEFLATE"];

    /// <summary>Wraps a body in its decoders.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="codings">Content-Encoding values in the order applied.</param>
    /// <returns>The stream, or <see langword="null"/> where a coding is one that was not asked for or there are more than two.</returns>
    public static Stream? Decode(Stream body, IEnumerable<string> codings)
    {
        var layers = codings.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(coding => coding.ToUpperInvariant())
            .Where(coding => Known.Contains(coding, StringComparer.Ordinal) || Foreign.Contains(coding, StringComparer.Ordinal))
            .Reverse()
            .ToList();
        if (layers.Count > MaxLayers)
        {
            return null;
        }

        foreach (var coding in layers)
        {
            Stream? next = coding switch
            {
                "GZIP" or "X-GZIP" => new GZipStream(body, CompressionMode.Decompress),
                "BR" => new BrotliStream(body, CompressionMode.Decompress),
                "DEFLATE" => new DeflateOrZlibStream(body),
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            body = next;
        }

        return body;
    }
}
