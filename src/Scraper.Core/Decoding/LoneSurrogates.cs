using System.Buffers;
using System.Globalization;
using System.Text;

namespace Scraper.Core.Decoding;

/// <summary>
/// Halves of surrogate pairs that stand alone in JSON, as a text that was cut in the middle of an emoji leaves them: legal as
/// escapes (RFC 8259, section 8.2), and yet System.Text.Json throws where such a string is asked for.
/// </summary>
public static class LoneSurrogates
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Halves = SearchValues.Create(['\\', .. Enumerable.Range('\uD800', '\uE000' - '\uD800').Select(c => (char)c)]);

    /// <summary>Length of <c>\uD83D</c>.</summary>
    private const int EscapeLength = 6;

    /// <summary>The JSON with U+FFFD for each of them, escaped or not.</summary>
    public static ReadOnlyMemory<char> Replaced(ReadOnlyMemory<char> json)
    {
        StringBuilder? replaced = null;
        var span = json.Span;
        var kept = 0;
        for (var i = Next(span, 0); i >= 0; i = Next(span, i))
        {
            var (first, length) = Read(span, i);
            var second = Read(span, i + length);
            if (length == second.Length && char.IsSurrogatePair(first, second.Unit))
            {
                i += length + second.Length;
            }
            else if (char.IsSurrogate(first))
            {
                replaced ??= new StringBuilder(span.Length);
                replaced.Append(span[kept..i]).Append(Replacement);
                kept = i += length;
            }
            else
            {
                i += Math.Max(length, 1);
            }
        }

        return replaced is null ? json : replaced.Append(span[kept..]).ToString().AsMemory();
    }

    /// <summary>Where the next surrogate or escape begins, or -1; one search for both, so that nothing is looked through twice.</summary>
    private static int Next(ReadOnlySpan<char> json, int from) =>
        json[Math.Min(from, json.Length)..].IndexOfAny(Halves) is >= 0 and var found ? from + found : -1;

    /// <summary>The UTF-16 code unit at a place; of an escape that is none of a code unit, nothing and its two characters, the second of which is left where it is a surrogate.</summary>
    private static (char Unit, int Length) Read(ReadOnlySpan<char> json, int at) =>
        at >= json.Length ? ('\0', 0)
        : json[at] != '\\' ? (json[at], 1)
        : json.Length - at >= EscapeLength && json[at + 1] == 'u' && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? ((char)unit, EscapeLength)
        : ('\0', at + 1 < json.Length && char.IsSurrogate(json[at + 1]) ? 1 : 2);
}
