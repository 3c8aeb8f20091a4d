using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Scraper.Tests.Fetching.Hostile;

/// <summary>The table of bad answers.</summary>
internal static class HostileCases
{
    private const string Html = "Content-Type: text/html\r\n";

    public static readonly IReadOnlyList<HostileCase> All =
    [
        .. Slow(), .. Sizes(), .. Lengths(), .. Codings(), .. Junk(), .. Redirects(), .. Statuses(),
    ];

    private static IEnumerable<HostileCase> Slow() =>
    [
        new("never-answers", ["Failed:Timeout"], (_, token) => Forever(token)),
        new("slow-status-line", ["Failed:Timeout"], Drip("HTTP/1.1 200 OK\r\n")),
        new("slow-headers", ["Failed:Timeout"], Drip("HTTP/1.1 200 OK\r\nX-A: b\r\nX-C: d\r\nX-E: f\r\n")),
        new("headers-never-end", ["Failed:Timeout", "Failed:TooLarge"], Repeat("HTTP/1.1 200 OK\r\n", "X-Slow: 1\r\n", TimeSpan.FromMilliseconds(20))),
        new("slow-body", ["Failed:Timeout"], Drip($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 1000\r\n\r\n<p>aaaaaaaaaaaaaaaaaaaaaaaaa")),
        new("body-stalls", ["Failed:Timeout"], ThenForever($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 1000\r\n\r\n<p>half")),
        new("chunk-stalls", ["Failed:Timeout"], ThenForever($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ha")),
        new("last-chunk-never-comes", ["Failed:Timeout"], ThenForever($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ha\r\n")),
        new("endless-100-continue", ["Failed:Timeout", "Failed:Protocol", "Failed:TooLarge"], Repeat(string.Empty, "HTTP/1.1 100 Continue\r\n\r\n", TimeSpan.FromMilliseconds(1))),
        new("endless-103-hints", ["Failed:Timeout", "Failed:Protocol", "Failed:TooLarge"], Repeat(string.Empty, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", TimeSpan.FromMilliseconds(1))),
        new("gzip-stalls", ["Failed:Timeout"], ThenForever(Coded("gzip", Gzip(Text(5_000))[..60], length: 5_000))),
        new("slow-trailers", ["Failed:Timeout"], ThenForever($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ha\r\n0\r\nX-T: ")),
    ];

    private static IEnumerable<HostileCase> Sizes() =>
    [
        new("endless-body", ["Failed:TooLarge", "Failed:Timeout"], Repeat($"HTTP/1.1 200 OK\r\n{Html}\r\n", new string('a', 64 * 1024), TimeSpan.Zero)),
        new("endless-chunks", ["Failed:TooLarge", "Failed:Timeout"], Repeat($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n", "8000\r\n" + new string('a', 0x8000) + "\r\n", TimeSpan.Zero)),
        new("tiny-chunks", ["Failed:TooLarge", "Failed:Timeout"], Repeat($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n", string.Concat(Enumerable.Repeat("1\r\na\r\n", 5_000)), TimeSpan.Zero)),
        new("chunk-extension-flood", ["Failed:TooLarge", "Failed:Timeout", "Failed:Protocol", "Failed:Truncated"], Repeat($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n5;x=", new string('y', 64 * 1024), TimeSpan.Zero)),
        new("declares-11-MiB", ["Failed:TooLarge"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 11534336\r\n\r\n<p>")),
        new("declares-9-exabytes", ["Failed:TooLarge"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 9223372036854775807\r\n\r\n<p>")),
        new("declares-more-than-a-long", ["Failed:Protocol", "Failed:Truncated", "Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 99999999999999999999999\r\n\r\n<p>")),
        new("one-huge-header", ["Failed:TooLarge"], Raw("HTTP/1.1 200 OK\r\nX-Big: " + new string('x', 1024 * 1024) + "\r\n\r\n")),
        new("many-headers", ["Failed:TooLarge"], Raw("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X-{i}: y\r\n")) + "\r\n")),
        new("huge-status-line", ["Failed:TooLarge", "Failed:Protocol"], Raw("HTTP/1.1 200 " + new string('O', 1024 * 1024) + "\r\n\r\n")),
        new("gzip-bomb", ["Failed:TooLarge"], Raw(Coded("gzip", Gzip(new byte[200 * 1024 * 1024])))),
        new("gzip-bomb-twice", ["Failed:TooLarge"], Raw(Coded("gzip, gzip", Gzip(Gzip(new byte[200 * 1024 * 1024]))))),
        new("brotli-bomb", ["Failed:TooLarge"], Raw(Coded("br", Brotli(new byte[200 * 1024 * 1024])))),
        new("deflate-bomb", ["Failed:TooLarge"], Raw(Coded("deflate", Zlib(new byte[50 * 1024 * 1024])))),
        new("trailer-flood", ["Failed:TooLarge", "Failed:Timeout", "Failed:Protocol"], Repeat($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ha\r\n0\r\n", "X-T: " + new string('t', 1000) + "\r\n", TimeSpan.Zero)),
        new("etag-of-50-KB", ["Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}ETag: \"{new string('e', 50_000)}\"\r\nContent-Length: 3\r\n\r\n<p>")),
    ];

    private static IEnumerable<HostileCase> Lengths() =>
    [
        new("shorter-than-declared", ["Failed:Truncated"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 100\r\n\r\n<p>short")),
        new("longer-than-declared", ["Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 3\r\n\r\n<p>and more that is not part of it")),
        new("two-different-lengths", ["Failed:Protocol", "Failed:Truncated", "Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 3\r\nContent-Length: 30\r\n\r\n<p>")),
        new("negative-length", ["Failed:Protocol", "Failed:Truncated", "Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: -5\r\n\r\n<p>")),
        new("length-is-a-word", ["Failed:Protocol", "Failed:Truncated", "Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: many\r\n\r\n<p>")),
        new("chunked-cut-short", ["Failed:Truncated"], Raw($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n10\r\n<p>half")),
        new("no-last-chunk", ["Failed:Truncated"], Raw($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n5\r\n<p>ha\r\n")),
        new("chunk-size-is-junk", ["Failed:Protocol"], Raw($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>ha\r\n0\r\n\r\n")),
        new("chunk-size-overflows", ["Failed:Protocol", "Failed:Truncated"], Raw($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n<p>ha\r\n0\r\n\r\n")),
        new("chunk-longer-than-said", ["Failed:Protocol"], Raw($"HTTP/1.1 200 OK\r\n{Html}Transfer-Encoding: chunked\r\n\r\n3\r\n<p>hahaha\r\n0\r\n\r\n")),
        new("length-and-chunked", ["Fetched", "Failed:Protocol"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 999\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ha\r\n0\r\n\r\n")),
        new("reset-in-body", ["Failed:Truncated"], Reset($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 1000\r\n\r\n<p>half")),
        new("reset-in-unsized-body", ["Failed:Truncated"], Reset($"HTTP/1.1 200 OK\r\n{Html}\r\n<p>half")),
        new("reset-in-headers", ["Failed:Truncated", "Failed:Connect", "Failed:Protocol"], Reset("HTTP/1.1 200 OK\r\nContent-Ty")),
        new("reset-at-once", ["Failed:Truncated", "Failed:Connect"], Reset(string.Empty)),
        new("closes-at-once", ["Failed:Truncated", "Failed:Connect"], Raw(string.Empty)),
        new("closes-in-headers", ["Failed:Truncated", "Failed:Protocol"], Raw("HTTP/1.1 200 OK\r\nContent-Type: te")),
        new("empty-200", ["Fetched"], Raw($"HTTP/1.1 200 OK\r\n{Html}Content-Length: 0\r\n\r\n")),
    ];

    private static IEnumerable<HostileCase> Codings() =>
    [
        new("gzip-cut-short", ["Failed:Truncated"], Raw(Coded("gzip", Gzip(Text(20_000))[..200]))),
        new("brotli-cut-short", ["Failed:Truncated"], Raw(Coded("br", Brotli(Text(20_000))[..30]))),
        new("deflate-cut-short", ["Failed:Truncated"], Raw(Coded("deflate", Zlib(Text(20_000))[..100]))),
        new("gzip-that-is-not", ["Failed:Encoding", "Failed:Truncated"], Raw(Coded("gzip", Text(500)))),
        new("brotli-that-is-not", ["Failed:Encoding", "Failed:Truncated"], Raw(Coded("br", Text(500)))),
        new("gzip-with-a-wrong-sum", ["Failed:Encoding", "Failed:Truncated"], Raw(Coded("gzip", WrongSum(Gzip(Text(5_000)))))),
        new("unknown-coding", ["Failed:Encoding"], Raw(Coded("zstd", Text(50)))),
        new("nine-codings", ["Failed:Encoding"], Raw(Coded(string.Join(", ", Enumerable.Repeat("gzip", 9)), Gzip(Text(50))))),
        new("coding-with-junk", ["Fetched"], Raw(Coded("\u0001\u0002", Text(50)))),
        new("raw-deflate", ["Fetched"], Raw(Coded("deflate", RawDeflate(Text(5_000))))),
        new("gzip-of-nothing", ["Fetched", "Failed:Truncated"], Raw(Coded("gzip", []))),
    ];

    private static IEnumerable<HostileCase> Junk() =>
    [
        new("not-http", ["Failed:Protocol"], Raw("SSH-2.0-OpenSSH_9.2\r\n")),
        new("binary-junk", ["Failed:Protocol", "Failed:TooLarge"], Raw(RandomBytes(100_000))),
        new("html-without-head", ["Failed:Protocol", "Failed:Truncated"], Raw("<html><body>hello</body></html>\r\n\r\n")),
        new("http-0.9-ish", ["Failed:Protocol"], Raw("HTTP/0.9 200 OK\r\n\r\n<p>")),
        new("http-2-preface-back", ["Failed:Protocol", "Failed:TooLarge", "Failed:Truncated"], Raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
        new("http-9.9", ["Failed:Protocol"], Raw("HTTP/9.9 200 OK\r\nContent-Length: 3\r\n\r\n<p>")),
        new("status-is-a-word", ["Failed:Protocol"], Raw("HTTP/1.1 abc OK\r\n\r\n")),
        new("status-99999", ["Failed:Protocol"], Raw("HTTP/1.1 99999 OK\r\n\r\n")),
        new("header-without-colon", ["Fetched"], Raw("HTTP/1.1 200 OK\r\nnocolon\r\nContent-Length: 3\r\n\r\n<p>")),
        new("header-with-nul", ["Failed:Protocol", "Fetched"], Raw("HTTP/1.1 200 OK\r\nX-N: a\0b\r\nContent-Length: 3\r\n\r\n<p>")),
        new("header-name-with-blank", ["Fetched"], Raw("HTTP/1.1 200 OK\r\nX N : a\r\nContent-Length: 3\r\n\r\n<p>")),
        new("folded-header", ["Failed:Protocol", "Fetched"], Raw("HTTP/1.1 200 OK\r\nX-N: a\r\n b\r\nContent-Length: 3\r\n\r\n<p>")),
        new("content-type-junk", ["Fetched"], Raw("HTTP/1.1 200 OK\r\nContent-Type: \u0001;;;charset=;;\r\nContent-Length: 3\r\n\r\n<p>")),
        new("lf-only", ["Fetched", "Failed:Protocol"], Raw("HTTP/1.1 200 OK\nContent-Length: 3\n\n<p>")),
    ];

    private static IEnumerable<HostileCase> Redirects() =>
    [
        new("redirects-to-itself", ["Failed:TooManyRedirects"], Raw("HTTP/1.1 302 Found\r\nLocation: http://redirects-to-itself.test/\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-without-place", ["Failed:BadRedirect"], Raw("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-nothing", ["Failed:BadRedirect"], Raw("HTTP/1.1 302 Found\r\nLocation:   \r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-junk", ["Blocked:InvalidUrl"], Raw("HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-8-KB-and-more", ["Blocked:InvalidUrl", "Failed:TooManyRedirects"], Raw("HTTP/1.1 302 Found\r\nLocation: http://redirects-to-8-KB-and-more.test/" + new string('a', 20_000) + "\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-no-host-name", ["Blocked:InvalidUrl"], Raw("HTTP/1.1 302 Found\r\nLocation: http://pa.test\u00E2\u0080\u008D/x\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-file", ["Blocked:Scheme"], Raw("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-script", ["Blocked:Scheme"], Raw("HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-to-loopback", ["Blocked:Address"], Raw("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-with-password", ["Blocked:InvalidUrl"], Raw("HTTP/1.1 302 Found\r\nLocation: http://u:p@redirects-with-password.test/\r\nContent-Length: 0\r\n\r\n")),
        new("redirects-with-a-huge-body", ["Failed:TooManyRedirects"], Raw("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 90000000\r\n\r\n" + new string('a', 200_000))),
        new("redirects-305", ["Failed:UnexpectedStatus"], Raw("HTTP/1.1 305 Use Proxy\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")),
    ];

    private static IEnumerable<HostileCase> Statuses() =>
    [
        new("unasked-304", ["Failed:UnaskedNotModified"], Raw("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n")),
        new("unasked-206", ["Failed:UnexpectedStatus"], Raw("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-2/100\r\nContent-Length: 3\r\n\r\n<p>")),
        new("no-content", ["Failed:UnexpectedStatus"], Raw("HTTP/1.1 204 No Content\r\n\r\n")),
        new("switches-protocols", ["Failed:UnexpectedStatus", "Failed:Protocol", "Failed:Timeout"], Raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\njunk")),
        new("status-700", ["Failed:UnexpectedStatus"], Raw("HTTP/1.1 700 What\r\nContent-Length: 0\r\n\r\n")),
        new("too-many-in-seconds", ["Failed:RateLimited"], Raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n")),
        new("too-many-by-date", ["Failed:RateLimited"], Raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\nContent-Length: 0\r\n\r\n")),
        new("too-many-with-junk", ["Failed:RateLimited"], Raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n")),
        new("too-many-for-ages", ["Failed:RateLimited"], Raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 99999999999999999999\r\nContent-Length: 0\r\n\r\n")),
        new("busy", ["Failed:RateLimited"], Raw("HTTP/1.1 503 Busy\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n")),
        new("broken", ["Failed:ServerError"], Raw("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")),
        new("gone", ["Failed:NotFound"], Raw("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")),
        new("forbidden-with-endless-body", ["Failed:ClientError"], Repeat("HTTP/1.1 403 No\r\n\r\n", new string('a', 64 * 1024), TimeSpan.Zero)),
    ];

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Text(int length) => Bytes("<html><p>" + string.Concat(Enumerable.Range(0, length / 8).Select(i => i.ToString("x8", null))));

    private static byte[] Coded(string coding, byte[] body, int? length = null) =>
        [.. Bytes($"HTTP/1.1 200 OK\r\n{Html}Content-Encoding: {coding}\r\nContent-Length: {length ?? body.Length}\r\n\r\n"), .. body];

    private static byte[] Gzip(byte[] data) => Compress(data, output => new GZipStream(output, CompressionLevel.Fastest));

    private static byte[] Brotli(byte[] data) => Compress(data, output => new BrotliStream(output, CompressionLevel.Fastest));

    private static byte[] Zlib(byte[] data) => Compress(data, output => new ZLibStream(output, CompressionLevel.Fastest));

    private static byte[] RawDeflate(byte[] data) => Compress(data, output => new DeflateStream(output, CompressionLevel.Fastest));

    private static byte[] Compress(byte[] data, Func<Stream, Stream> coder)
    {
        using var output = new MemoryStream();
        using (var stream = coder(output))
        {
            stream.Write(data);
        }

        return output.ToArray();
    }

    private static byte[] WrongSum(byte[] gzip)
    {
        gzip[^6] ^= 0xFF;
        return gzip;
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static Func<NetworkStream, CancellationToken, Task> Raw(string answer) => Raw(Bytes(answer));

    private static Func<NetworkStream, CancellationToken, Task> Raw(byte[] answer) => async (connection, token) =>
    {
        await connection.WriteAsync(answer, token);
        connection.Socket.Shutdown(SocketShutdown.Send);
        await DrainAsync(connection, token);
    };

    private static Func<NetworkStream, CancellationToken, Task> ThenForever(string answer) => ThenForever(Bytes(answer));

    private static Func<NetworkStream, CancellationToken, Task> ThenForever(byte[] answer) => async (connection, token) =>
    {
        await connection.WriteAsync(answer, token);
        await Forever(token);
    };

    private static Func<NetworkStream, CancellationToken, Task> Drip(string answer) => async (connection, token) =>
    {
        foreach (var octet in Bytes(answer))
        {
            await connection.WriteAsync(new[] { octet }, token);
            await Task.Delay(200, token);
        }

        await Forever(token);
    };

    private static Func<NetworkStream, CancellationToken, Task> Repeat(string first, string again, TimeSpan pause) => async (connection, token) =>
    {
        await connection.WriteAsync(Bytes(first), token);
        var bytes = Bytes(again);
        while (true)
        {
            await connection.WriteAsync(bytes, token);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, token);
            }
        }
    };

    private static Func<NetworkStream, CancellationToken, Task> Reset(string answer) => async (connection, token) =>
    {
        await connection.WriteAsync(Bytes(answer), token);
        await Task.Delay(100, token);
        connection.Socket.LingerState = new LingerOption(true, 0);
        connection.Socket.Close();
    };

    private static async Task Forever(CancellationToken token) => await Task.Delay(Timeout.Infinite, token);

    private static async Task DrainAsync(NetworkStream connection, CancellationToken token)
    {
        var buffer = new byte[1024];
        while (await connection.ReadAsync(buffer, token) > 0)
        {
        }
    }
}
