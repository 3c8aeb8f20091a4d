using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Scraper.Discovery.Feeds;

/// <summary>What the first bytes of an XML document say of its encoding (XML 1.0, appendix F), and the encodings themselves.</summary>
internal static partial class XmlEncoding
{
    private const int DeclarationBytes = 1024;

    /// <summary>
    /// The encoding of a document of which only the beginning is known: by its mark or zero bytes, the charset of HTTP, or its
    /// declaration, the first that those bytes are valid in; else UTF-8. It replaces what turns out to be invalid.
    /// </summary>
    /// <param name="head">The beginning, long enough for letters that are not US-ASCII to be in it.</param>
    /// <param name="charset">Charset by HTTP, if any.</param>
    public static Encoding Of(ReadOnlySpan<byte> head, string? charset)
    {
        var (sniffed, _) = Sniff(head);
        foreach (var name in new[] { sniffed, charset, Declared(head, sniffed) }.OfType<string>())
        {
            if (Find(name, DecoderFallback.ReplacementFallback) is { } encoding && (sniffed is not null || IsReadable(encoding, head, name)))
            {
                return encoding;
            }
        }

        return Encoding.UTF8;
    }

    /// <summary>The encoding that a byte-order mark or the zero bytes of UTF-16 and UTF-32 show, and the mark's length in bytes.</summary>
    public static (string? Encoding, int MarkLength) Sniff(ReadOnlySpan<byte> body) => body switch
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

    /// <summary>The encoding that the XML declaration names, as written; none where the bytes are not US-ASCII at all.</summary>
    public static string? Declared(ReadOnlySpan<byte> body, string? sniffed)
    {
        var head = body[..Math.Min(body.Length, DeclarationBytes)];
        var text = sniffed is null or "utf-8" ? Encoding.Latin1.GetString(head) : string.Empty;
        return EncodingDeclaration().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>An encoding by its name; <see langword="null"/> for one that is not known, or that .NET refuses to read (UTF-7).</summary>
    /// <param name="name">The name, in any case.</param>
    /// <param name="fallback">What becomes of invalid bytes.</param>
    public static Encoding? Find(string name, DecoderFallback fallback)
    {
        // GB 2312 is read by its superset, as browsers do.
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
            return Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, fallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(label, EncoderFallback.ExceptionFallback, fallback);
        }
    }

    /// <summary>Whether bytes are UTF-8 though an encoding was named in which any byte is a letter: servers name theirs for every file.</summary>
    /// <param name="named">The encoding that was named.</param>
    /// <param name="bytes">The bytes.</param>
    public static bool IsUtf8All(Encoding named, ReadOnlySpan<byte> bytes) => named.IsSingleByte && !Ascii.IsValid(bytes) && Utf8.IsValid(bytes);

    private static bool IsReadable(Encoding encoding, ReadOnlySpan<byte> head, string name)
    {
        // A cut may go through a letter; behind the last US-ASCII byte it does not.
        var whole = head[..(head.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1)];
        try
        {
            // In UTF-16 "<" is no single byte, and bytes that showed it were told by their zeros.
            return encoding.GetByteCount("<") == 1 && encoding.CodePage != Encoding.ASCII.CodePage && !IsUtf8All(encoding, whole)
                && Find(name, DecoderFallback.ExceptionFallback)!.GetCharCount(whole) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[\\s\\xEF\\xBB\\xBF]*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,60})[\"']", RegexOptions.NonBacktracking)]
    private static partial Regex EncodingDeclaration();
}
