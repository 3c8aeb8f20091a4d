using System.IO.Compression;
using System.Text;
using Scraper.Storage;
using Scraper.Warc;

namespace Scraper.Tests.Warc;

/// <summary>WARC files to read, and what is read from them.</summary>
internal static class WarcBytes
{
    public static FetchedPage Page(string url, string body, string? asked = null) => new()
    {
        Url = asked ?? url,
        FinalUrl = url,
        Status = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html; charset=utf-8", ["Content-Encoding"] = "gzip" },
        Body = Encoding.UTF8.GetBytes(body),
        FetchedAt = new DateTimeOffset(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero),
    };

    public static byte[] Written(params FetchedPage[] pages)
    {
        using var file = new MemoryStream();
        using (var writer = new WarcWriter(file, "test.warc.gz", "test/1", DateTimeOffset.UnixEpoch))
        {
            foreach (var page in pages)
            {
                writer.Write(page);
            }
        }

        return file.ToArray();
    }

    /// <summary>A record by hand, with the right length where none is given.</summary>
    public static byte[] Record(string block, string type = "response", string version = "WARC/1.0", string? length = null, string more = "", string date = "2026-03-01T00:00:00Z") => Encoding.Latin1.GetBytes(
        $"{version}\r\nWARC-Type: {type}\r\nWARC-Target-URI: <http://a.example/{block.Length}>\r\nWARC-Date: {date}\r\n{more}Content-Length: {length ?? block.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}\r\n\r\n{block}\r\n\r\n");

    public static string Http(string body, string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{headers}\r\n{body}";

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public static List<WarcEntry> Read(byte[] file, WarcLimits? limits = null)
    {
        using var stream = new MemoryStream(file, writable: false);
        return [.. new WarcReader(stream, limits ?? new WarcLimits(), f => f.Type == "response").Read()];
    }

    public static List<WarcEntry.Record> Responses(IEnumerable<WarcEntry> entries) => [.. entries.OfType<WarcEntry.Record>().Where(r => r.Fields.Type == "response")];

    public static async Task<string> BodyAsync(WarcEntry.Record record)
    {
        var (page, _) = await ResponseRecord.ReadAsync(record, new WarcLimits(), CancellationToken.None);
        return Encoding.UTF8.GetString(page.Body.Span);
    }
}
