using System.Collections.Frozen;
using System.Text;

namespace Scraper.Core.Decoding;

/// <summary>.NET's encodings by their WHATWG names.</summary>
internal static class TextEncodings
{
    // GBK is decoded as GB18030, as the standard has it; Big5 is code page 950, without the Hong Kong supplement.
    private static readonly FrozenDictionary<string, int> CodePages = new Dictionary<string, int>
    {
        ["utf-8"] = 65001,
        ["utf-16le"] = 1200,
        ["utf-16be"] = 1201,
        ["windows-874"] = 874,
        ["windows-1250"] = 1250,
        ["windows-1251"] = 1251,
        ["windows-1252"] = 1252,
        ["windows-1253"] = 1253,
        ["windows-1254"] = 1254,
        ["windows-1255"] = 1255,
        ["windows-1256"] = 1256,
        ["windows-1257"] = 1257,
        ["windows-1258"] = 1258,
        ["iso-8859-2"] = 28592,
        ["iso-8859-3"] = 28593,
        ["iso-8859-4"] = 28594,
        ["iso-8859-5"] = 28595,
        ["iso-8859-6"] = 28596,
        ["iso-8859-7"] = 28597,
        ["iso-8859-8"] = 28598,
        ["iso-8859-8-i"] = 28598,
        ["iso-8859-13"] = 28603,
        ["iso-8859-15"] = 28605,
        ["koi8-r"] = 20866,
        ["koi8-u"] = 21866,
        ["ibm866"] = 866,
        ["macintosh"] = 10000,
        ["x-mac-cyrillic"] = 10007,
        ["gbk"] = 54936,
        ["gb18030"] = 54936,
        ["big5"] = 950,
        ["euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220,
        ["shift_jis"] = 932,
        ["euc-kr"] = 949,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    /// <summary>Whether an encoding of this name can be decoded. <c>replacement</c> cannot: its bytes are not text.</summary>
    public static bool Has(string name) => CodePages.ContainsKey(name) || SingleByteTable.Has(name);

    /// <summary>Decodes bytes; each invalid sequence becomes one U+FFFD.</summary>
    public static (string Text, int Replaced) Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (!CodePages.ContainsKey(name))
        {
            return (SingleByteTable.Decode(name, bytes), 0);
        }

        var text = Get(name).GetString(bytes);
        var genuine = name == "utf-8" ? bytes.Count("\uFFFD"u8) : 0;
        return (text, text.AsSpan().Count('\uFFFD') - genuine);
    }

    /// <summary>.NET's encoding of a name other than those of <see cref="SingleByteTable"/>.</summary>
    internal static Encoding Get(string name) => CodePages[name] switch
    {
        // The provider has only what the runtime itself lacks.
        1200 or 1201 or 65001 => Encoding.GetEncoding(CodePages[name], EncoderFallback.ReplacementFallback, Replacement),
        var page => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ReplacementFallback, Replacement)!,
    };
}
