using System.Buffers;
using System.Text;
using FluentAssertions;
using Scraper.Fetching;
using Scraper.Fetching.Http;
using Scraper.Tests.Fetching.Hostile;
using Xunit;

namespace Scraper.Tests.Fetching.Http;

public sealed class HeaderLinesTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nGarbage\r\nA: b\r\n\r\nbody\r\nno colon", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody\r\nno colon")]
    [InlineData("HTTP/1.1 200 OK\r\n: empty\r\nX Y: z\r\nX-\u00e9: e\r\nA : b\r\n\r\n", "HTTP/1.1 200 OK\r\nA : b\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\nGarbage\nA:b\n\nbody", "HTTP/1.0 200 OK\nA:b\n\nbody")]
    [InlineData("HTTP/1.1 200 OK\r\nA: b\r\n c without colon\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\r\n c without colon\r\n\r\n")]
    [InlineData("HTTP/1.1 103 Early\r\nLink: a\r\nx\r\n\r\nHTTP/1.1 200 OK\r\nx\r\nA: b\r\n\r\nx", "HTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nx")]
    [InlineData("HTTP/1.1 101 Other\r\nA: b\r\n\r\nx\r\ny", "HTTP/1.1 101 Other\r\nA: b\r\n\r\nx\r\ny")]
    [InlineData("\u0016\u0003\r\n\r\n\r\n", "\u0016\u0003\r\n\r\n\r\n")]
    public void Lines_that_are_no_header_are_left_out_however_the_bytes_come(string answer, string expected)
    {
        var bytes = Encoding.Latin1.GetBytes(answer);
        foreach (var size in new[] { 1, 3, bytes.Length })
        {
            var lines = new HeaderLines();
            var kept = new ArrayBufferWriter<byte>();
            lines.Begin();
            foreach (var chunk in bytes.Chunk(size))
            {
                lines.Pass(chunk, kept);
            }

            Encoding.Latin1.GetString(kept.WrittenSpan).Should().Be(expected);
        }
    }

    [Fact]
    public async Task A_page_behind_a_broken_header_line_is_read_and_so_is_the_next_on_its_connection()
    {
        await using var server = new HostileServer((_, _, connection, token) =>
            connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nnocolon\r\nContent-Length: 5\r\n\r\n<p>a\n"u8.ToArray(), token).AsTask());
        using var fetcher = LoopbackWeb.Fetcher(new FetchOptions
        {
            Delay = TimeSpan.Zero,
            ConnectTo = new Dictionary<string, string> { ["a.test:80"] = server.EndPoint.ToString() },
        });

        foreach (var path in new[] { "1", "2" })
        {
            var result = await fetcher.FetchAsync(LoopbackWeb.Get($"http://a.test/{path}", new Scraper.Core.Sites.SiteFetching { Headers = new Dictionary<string, string> { ["X-Keep"] = "1" } }), default);

            var page = result.Should().BeOfType<FetchResult.Fetched>().Which.Page;
            Encoding.UTF8.GetString(page.Body.Span).Should().Be("<p>a\n");
            page.Headers.Should().NotContain(h => h.Key.Contains("nocolon"));
        }
    }
}
