using System.Globalization;
using System.Text;

namespace Scraper.Warc;

/// <summary>Undoes the chunked transfer coding (RFC 9112, 7.1).</summary>
internal static class ChunkedBody
{
    private const int MostSizeLine = 4096;

    /// <summary>The body without its chunks; <see langword="null"/> where it has none (crawlers that undo them often leave the header).</summary>
    /// <exception cref="InvalidDataException">It begins with a chunk, and ends in the middle of one.</exception>
    public static byte[]? Decode(ReadOnlySpan<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        var isFirst = true;
        for (var at = 0; ; isFirst = false)
        {
            var line = body[at..Math.Min(body.Length, at + MostSizeLine)];
            var end = line.IndexOf((byte)'\n');
            if (end < 0 || !int.TryParse(Encoding.Latin1.GetString(line[..end]).Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                return isFirst ? null : throw new InvalidDataException("its chunks are broken");
            }

            at += end + 1;
            if (size == 0)
            {
                return whole.ToArray();
            }

            if (size > body.Length - at)
            {
                return isFirst ? null : throw new InvalidDataException("its last chunk is cut short");
            }

            whole.Write(body.Slice(at, size));
            at += size;
            at += body[at..].StartsWith("\r\n"u8) ? 2 : body[at..].StartsWith("\n"u8) ? 1 : 0;
        }
    }
}
