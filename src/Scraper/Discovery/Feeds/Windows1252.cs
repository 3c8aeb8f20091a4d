using System.Buffers;

namespace Scraper.Discovery.Feeds;

/// <summary>Puts right the C1 control characters that come of Windows-1252 bytes taken for ISO 8859-1.</summary>
internal static class Windows1252
{
    // U+0080 to U+009F as the WHATWG encoding standard reads those bytes.
    private const string Meant = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(c => (char)c)]);

    public static string Repair(string text) => text.AsSpan().IndexOfAny(Controls) < 0
        ? text
        : string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from[i] is >= '\u0080' and <= '\u009f' ? Meant[from[i] - 0x80] : from[i];
            }
        });
}
