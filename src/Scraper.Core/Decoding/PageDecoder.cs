namespace Scraper.Core.Decoding;

/// <summary>Turns a page's bytes into text: byte order mark, then HTTP, then the page's own declaration, then UTF-8 validity, then detection.</summary>
public static class PageDecoder
{
    // So many characters valid as UTF-8 by chance do not occur in a two-byte encoding.
    private const int EnoughSequences = 8;

    /// <summary>
    /// Decodes a page; never fails. A declaration is not believed against the bytes: declared other than UTF-8 but
    /// valid UTF-8 beyond ASCII is UTF-8; declared UTF-8 with more invalid than valid sequences is not, and the next
    /// source decides. Whatever is declared, bytes with a NUL at every other place are UTF-16.
    /// </summary>
    /// <param name="body">The page's bytes, content encoding already undone.</param>
    /// <param name="httpCharset">The <c>charset</c> parameter of the Content-Type header, or <see langword="null"/>.</param>
    public static DecodedPage Decode(ReadOnlyMemory<byte> body, string? httpCharset)
    {
        var bytes = body.Span;
        var (name, how, skip) = Choose(bytes, httpCharset);
        var (text, replaced) = TextEncodings.Decode(name, bytes[skip..]);
        return new DecodedPage(text.Contains('\0') ? text.Replace("\0", string.Empty, StringComparison.Ordinal) : text, name, how, replaced);
    }

    private static (string Name, DecodedBy How, int Skip) Choose(ReadOnlySpan<byte> bytes, string? httpCharset)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return ("utf-8", DecodedBy.Bom, 3);
            case [0xFF, 0xFE, ..]:
                return ("utf-16le", DecodedBy.Bom, 2);
            case [0xFE, 0xFF, ..]:
                return ("utf-16be", DecodedBy.Bom, 2);
        }

        if (Utf16Shape.Detect(bytes) is { } wide)
        {
            return (wide, EncodingLabels.Find(httpCharset) == wide ? DecodedBy.Http : DecodedBy.Detection, 0);
        }

        var shape = Utf8Shape.Of(bytes);
        if (Believed(EncodingLabels.Find(httpCharset), shape) is { } http)
        {
            return (http, DecodedBy.Http, 0);
        }

        if (Believed(MetaPrescan.Find(bytes), shape) is { } meta)
        {
            return (meta, DecodedBy.Meta, 0);
        }

        return shape.Invalid == 0 && !IsEscaped(bytes)
            ? ("utf-8", DecodedBy.Utf8Validity, 0)
            : (CharsetDetector.Detect(bytes), DecodedBy.Detection, 0);
    }

    // A declared encoding, unless the bytes give it the lie.
    private static string? Believed(string? declared, Utf8Shape shape) => declared switch
    {
        null => null,
        "utf-8" => shape.Invalid > shape.Valid ? null : declared,
        "utf-16le" or "utf-16be" => shape.Invalid > 0 ? declared : null,
        _ when !TextEncodings.Has(declared) => null,
        "iso-2022-jp" => shape.IsAscii ? declared : null,
        "gbk" or "gb18030" or "big5" or "euc-jp" or "shift_jis" or "euc-kr" => shape.Invalid == 0 && shape.Valid >= EnoughSequences ? null : declared,
        _ => shape.Invalid == 0 && shape.Valid > 0 ? null : declared,
    };

    private static bool IsEscaped(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$"u8) >= 0;
}
