using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Scraper.Storage;

namespace Scraper.Warc;

/// <summary>Writes WARC 1.1 (ISO 28500:2017), each record a gzip member of its own. Its first record says who wrote it.</summary>
internal sealed class WarcWriter : IDisposable
{
    /// <summary>Field of ours: the URL that was asked for, where another one answered.</summary>
    public const string RequestedUri = "Scraper-Requested-URI";

    /// <summary>Field of ours: the record of the article's first page, on records of its other pages. They follow it directly.</summary>
    public const string Continues = "Scraper-Continues";

    private static readonly string[] Replaced = ["Content-Encoding", "Transfer-Encoding", "Content-Length"];

    private readonly Stream _output;
    private readonly string _info = NewId();

    /// <summary>Begins the file.</summary>
    /// <param name="output">Where to; stays the caller's.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="software">Who writes it.</param>
    /// <param name="now">Now.</param>
    public WarcWriter(Stream output, string name, string software, DateTimeOffset now)
    {
        _output = output;
        var block = Encoding.UTF8.GetBytes(
            $"software: {software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
        Write("warcinfo", _info, now, "application/warc-fields", [("WARC-Filename", name)], block);
    }

    /// <summary>Writes a page and the other pages of its article after it.</summary>
    /// <param name="page">The page.</param>
    /// <returns>Records written.</returns>
    public int Write(FetchedPage page)
    {
        var first = Write(page, continues: null);
        foreach (var part in page.Parts)
        {
            Write(part, first);
        }

        return 1 + page.Parts.Count;
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Flush();

    private static string NewId() => $"<urn:uuid:{Guid.NewGuid()}>";

    private string Write(FetchedPage page, string? continues)
    {
        var id = NewId();
        Write(
            "response",
            id,
            page.FetchedAt,
            "application/http; msgtype=response",
            [
                ("WARC-Target-URI", page.FinalUrl),
                ("WARC-Warcinfo-ID", _info),
                ("WARC-Payload-Digest", WarcDigest.Of(page.Body.Span)),
                (RequestedUri, page.Url == page.FinalUrl ? null : page.Url),
                (Continues, continues),
            ],
            [.. Head(page), .. page.Body.Span]);
        return id;
    }

    /// <summary>The archive keeps bodies with their codings undone, so headers that speak of these get the prefix that Common Crawl uses.</summary>
    private static byte[] Head(FetchedPage page)
    {
        var status = page.Status == 0 ? 200 : page.Status;
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\n");
        foreach (var (name, value) in page.Headers.Where(h => h.Key.Length > 0 && !h.Key.Any(c => c <= ' ' || c == ':')))
        {
            head.Append(Replaced.Contains(name, StringComparer.OrdinalIgnoreCase) ? "X-Crawl-" : string.Empty).Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(head.Append(CultureInfo.InvariantCulture, $"Content-Length: {page.Body.Length}\r\n\r\n").ToString());
    }

    private void Write(string type, string id, DateTimeOffset date, string contentType, IEnumerable<(string Name, string? Value)> more, ReadOnlySpan<byte> block)
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        Add("WARC-Type", type);
        Add("WARC-Record-ID", id);
        Add("WARC-Date", date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        foreach (var (name, value) in more)
        {
            Add(name, value);
        }

        Add("WARC-Block-Digest", WarcDigest.Of(block));
        Add("Content-Type", contentType);
        Add("Content-Length", block.Length.ToString(CultureInfo.InvariantCulture));
        using var member = new GZipStream(_output, CompressionLevel.Optimal, leaveOpen: true);
        member.Write(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
        member.Write(block);
        member.Write("\r\n\r\n"u8);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                head.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
            }
        }
    }

    private static string OneLine(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));
}
