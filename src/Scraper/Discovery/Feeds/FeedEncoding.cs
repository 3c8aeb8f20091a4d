using System.Text;
using Scraper.Core.Decoding;

namespace Scraper.Discovery.Feeds;

/// <summary>
/// Decodes a feed. Order: the charset of HTTP, then for <c>text/*</c> US-ASCII as RFC 3023 has it, the XML declaration, the
/// byte-order mark or the zero bytes of UTF-16 and UTF-32; the first whose bytes are all valid wins. Where none is, the decoder of pages detects.
/// </summary>
internal static class FeedEncoding
{
    /// <summary>Decodes a body.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="mediaType">Media type by HTTP; <see langword="null"/> counts as application/xml.</param>
    /// <param name="charset">Charset by HTTP.</param>
    /// <returns>The text without mark and XML declaration, the encoding's name, and what was wrong with what was said.</returns>
    public static (string Text, string Encoding, string? Problem) Decode(ReadOnlyMemory<byte> body, string? mediaType, string? charset)
    {
        var bytes = body.Span;
        var (sniffed, markLength) = XmlEncoding.Sniff(bytes);
        var declared = XmlEncoding.Declared(bytes, sniffed);
        var isXml = mediaType is null || mediaType.EndsWith("xml", StringComparison.Ordinal) || mediaType.StartsWith("application/xml", StringComparison.Ordinal) || mediaType.StartsWith("text/xml", StringComparison.Ordinal);
        var byHttp = charset ?? (mediaType?.StartsWith("text/", StringComparison.Ordinal) == true ? "us-ascii" : null);
        string?[] candidates = [byHttp, sniffed is { } wide && wide != "utf-8" ? wide : null, declared, sniffed, "utf-8"];
        var expected = candidates.First(name => name is not null)!;
        foreach (var name in candidates.OfType<string>())
        {
            if (XmlEncoding.Find(name, DecoderFallback.ExceptionFallback) is { } encoding && !IsMistaken(encoding, name, byHttp, bytes) && TryDecode(encoding, bytes[markLength..]) is { } text)
            {
                var used = encoding.WebName.ToLowerInvariant() is "utf-16" or "utf-32" ? encoding.WebName.ToLowerInvariant() + "le" : encoding.WebName.ToLowerInvariant();
                return (WithoutDeclaration(text), used, Problem(expected, name, isXml, mediaType, markLength > 0 && sniffed == "utf-8" && used != "utf-8" && byHttp is null));
            }
        }

        var detected = PageDecoder.Decode(body, null);
        return (WithoutDeclaration(detected.Text), detected.Encoding, $"declared as {expected}, read as {detected.Encoding}");
    }

    private static string? Problem(string expected, string used, bool isXml, string? mediaType, bool contradictsMark) =>
        !isXml && mediaType is not "application/json" and not "application/feed+json" ? $"served as {mediaType}, which is not XML"
        : used != expected ? $"declared as {expected}, read as {used}"
        : contradictsMark ? $"its byte-order mark says utf-8, its bytes are {used}"
        : null;

    // What a server says of all its files is not believed against bytes that are UTF-8 from the first to the last.
    private static bool IsMistaken(Encoding encoding, string name, string? byHttp, ReadOnlySpan<byte> bytes) => name == byHttp && XmlEncoding.IsUtf8All(encoding, bytes);

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> body)
    {
        try
        {
            return encoding.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string WithoutDeclaration(string text)
    {
        text = text.TrimStart('\uFEFF', '\0', ' ', '\t', '\r', '\n');
        if (!text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var end = text.IndexOf("?>", StringComparison.Ordinal);
        return end < 0 ? text : text[(end + 2)..];
    }
}
