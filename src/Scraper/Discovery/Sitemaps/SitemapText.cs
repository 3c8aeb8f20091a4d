using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Scraper.Discovery.Feeds;
using Scraper.Fetching;

namespace Scraper.Discovery.Sitemaps;

/// <summary>The characters of a sitemap one after the other, out of gzip where its first bytes say so; never more than a block of them at a time.</summary>
internal sealed class SitemapText : IDisposable
{
    // The protocol's own bound for a sitemap, uncompressed.
    private const int MaxBytes = 52_428_800;
    private const int HeadBytes = 64 * 1024;

    private readonly CappedStream stream;
    private readonly StreamReader reader;
    private readonly char[] block = new char[16 * 1024];
    private int at;
    private int end;

    private SitemapText(Stream bytes, Encoding encoding)
    {
        stream = new CappedStream(bytes, MaxBytes);
        reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
    }

    /// <summary>Why it ends before its end; <see langword="null"/> where it does not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Opens a page.</summary>
    public static SitemapText Open(RawPage page) => new(Bytes(page.Body), XmlEncoding.Of(Head(page.Body), page.Charset));

    /// <summary>Whether a body is gzip.</summary>
    public static bool IsGzip(ReadOnlyMemory<byte> body) => body.Span is [0x1F, 0x8B, ..];

    /// <summary>The bytes of a body, out of gzip, from the first; what is broken throws <see cref="InvalidDataException"/> or <see cref="IOException"/>.</summary>
    public static Stream Bytes(ReadOnlyMemory<byte> body)
    {
        var stream = MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(body.ToArray());
        return IsGzip(body) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>The next character, which stays; -1 at the end.</summary>
    public int Peek() => at < end || Fill() ? block[at] : -1;

    /// <summary>The next character; -1 at the end.</summary>
    public int Next() => at < end || Fill() ? block[at++] : -1;

    /// <summary>Goes to the next of some characters, which stays, or to the end.</summary>
    /// <param name="stops">The characters.</param>
    /// <param name="passed">Takes what was passed over, to its capacity's bound; may be <see langword="null"/>.</param>
    /// <param name="most">The most characters that <paramref name="passed"/> takes.</param>
    public void GoTo(ReadOnlySpan<char> stops, StringBuilder? passed = null, int most = 0)
    {
        while (at < end || Fill())
        {
            var rest = block.AsSpan(at, end - at);
            var stop = rest.IndexOfAny(stops);
            var run = stop < 0 ? rest : rest[..stop];
            passed?.Append(run[..Math.Clamp(most - passed.Length, 0, run.Length)]);
            at += run.Length;
            if (stop >= 0)
            {
                return;
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private static byte[] Head(ReadOnlyMemory<byte> body)
    {
        var head = new byte[HeadBytes];
        var length = 0;
        using var stream = Bytes(body);
        try
        {
            for (var read = -1; read != 0; length += read)
            {
                read = stream.Read(head, length, head.Length - length);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What came before the break is enough to tell the encoding; the break is met again where the text is read.
        }

        return head[..length];
    }

    private bool Fill()
    {
        if (Problem is not null)
        {
            return false;
        }

        try
        {
            (at, end) = (0, reader.Read(block, 0, block.Length));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            (at, end, Problem) = (0, 0, "it breaks off: " + e.Message);
        }

        if (end == 0 && stream.IsCut)
        {
            Problem ??= $"what stands after {MaxBytes} bytes is left";
        }

        return end > 0;
    }
}
