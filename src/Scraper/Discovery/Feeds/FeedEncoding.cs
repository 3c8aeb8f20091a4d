using System.Text;
using System.Text.RegularExpressions;
using Scraper.Core.Decoding;

namespace Scraper.Discovery.Feeds;

/// <summary>
/// Decodes a feed. Order: the charset of HTTP, then for <c>text/*</c> US-ASCII as RFC 3023 has it, the XML declaration, the
/// byte-order mark or the zero bytes of UTF-16 and UTF-32; the first whose bytes are all valid wins. Where none is, the decoder of pages detects.
/// </summary>
internal static partial class FeedEncoding
{
    private const int DeclarationBytes = 1024;

    /// <summary>Decodes a body.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="mediaType">Media type by HTTP; <see langword="null"/> counts as application/xml.</param>
    /// <param name="charset">Charset by HTTP.</param>
    /// <returns>The text without mark and XML declaration, the encoding's name, and what was wrong with what was said.</returns>
    public static (string Text, string Encoding, string? Problem) Decode(ReadOnlyMemory<byte> body, string? mediaType, string? charset)
    {
        var bytes = body.Span;
        var (sniffed, markLength) = Sniff(bytes);
        var declared = Declared(bytes, sniffed);
        var isXml = mediaType is null || mediaType.EndsWith("xml", StringComparison.Ordinal) || mediaType.StartsWith("application/xml", StringComparison.Ordinal) || mediaType.StartsWith("text/xml", StringComparison.Ordinal);
        var byHttp = charset ?? (mediaType?.StartsWith("text/", StringComparison.Ordinal) == true ? "us-ascii" : null);
        string?[] candidates = [byHttp, sniffed is { } wide && wide != "utf-8" ? wide : null, declared, sniffed, "utf-8"];
        var expected = candidates.First(name => name is not null)!;
        foreach (var name in candidates.OfType<string>())
        {
            if (Find(name) is { } encoding && TryDecode(encoding, bytes[markLength..]) is { } text)
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

    private static (string? Encoding, int MarkLength) Sniff(ReadOnlySpan<byte> body) => body switch
    {
        [0x00, 0x00, 0xFE, 0xFF, ..] => ("utf-32be", 4),
        [0xFF, 0xFE, 0x00, 0x00, ..] => ("utf-32le", 4),
        [0xFE, 0xFF, ..] => ("utf-16be", 2),
        [0xFF, 0xFE, ..] => ("utf-16le", 2),
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0x00, 0x00, 0x00, 0x3C, ..] => ("utf-32be", 0),
        [0x3C, 0x00, 0x00, 0x00, ..] => ("utf-32le", 0),
        [0x00, 0x3C, 0x00, ..] => ("utf-16be", 0),
        [0x3C, 0x00, _, 0x00, ..] => ("utf-16le", 0),
        _ => (null, 0),
    };

    private static string? Declared(ReadOnlySpan<byte> body, string? sniffed)
    {
        var head = body[..Math.Min(body.Length, DeclarationBytes)];
        var text = sniffed is null or "utf-8" ? Encoding.Latin1.GetString(head) : string.Empty;
        return EncodingDeclaration().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
    }

    // GB 2312 is read by its superset, as browsers do.
    private static Encoding? Find(string name)
    {
        var label = name.Trim().ToLowerInvariant() switch
        {
            "gb2312" or "gbk" or "gb_2312-80" => "gb18030",
            "utf-16be" => "utf-16BE",
            "utf-16le" => "utf-16",
            "utf-32be" => "utf-32BE",
            "utf-32le" => "utf-32",
            var other => other,
        };
        try
        {
            return Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            var provided = CodePagesEncodingProvider.Instance.GetEncoding(label, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return provided;
        }
    }

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

    [GeneratedRegex("^[\\s\\xEF\\xBB\\xBF]*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,60})[\"']", RegexOptions.NonBacktracking)]
    private static partial Regex EncodingDeclaration();
}
