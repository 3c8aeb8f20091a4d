using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using Scraper.Fetching.Addresses;
using Scraper.Fetching.Browser;
using Scraper.Tests.Fetching.Hostile;
using Xunit;

namespace Scraper.Tests.Fetching.Browser;

public class GuardedProxyTests
{
    [Theory]
    [InlineData("GET http://a.test/x HTTP/1.1\r\nHost: a.test\r\nProxy-Authorization: Basic bWluZQ==\r\n\r\n", "GET http://a.test/x HTTP/1.1")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test:443\r\n\r\n", "CONNECT a.test:443 HTTP/1.1")]
    [InlineData("CONNECT [2606:4700::1111]:443 HTTP/1.1\r\nHost: [2606:4700::1111]:443\r\n\r\n", "CONNECT [2606:4700::1111]:443 HTTP/1.1")]
    public async Task The_operators_proxy_is_told_the_user_that_its_address_names(string question, string line)
    {
        var heads = new ConcurrentQueue<string>();
        await using var upstream = new HostileServer(async (_, head, connection, token) =>
        {
            heads.Enqueue(head);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), token);
        });
        var map = new ConnectMap(new Dictionary<string, string> { ["a.test"] = "127.0.0.1:9" });
        var allowed = new AllowList([], map);
        await using var proxy = new GuardedProxy(new UrlGate(allowed), new GuardedDialler(allowed, map, Dns.GetHostAddressesAsync), new Uri($"http://ann:h%40us%3Ah@{upstream.EndPoint}"), 10, 1_000_000);

        using var browser = new TcpClient();
        await browser.ConnectAsync(IPEndPoint.Parse(proxy.Address));
        await browser.GetStream().WriteAsync(Encoding.Latin1.GetBytes(question));
        _ = await browser.GetStream().ReadAsync(new byte[100]);

        heads.Should().ContainSingle().Which.Split("\r\n").Should().StartWith(line).And.ContainSingle(l => l.StartsWith("Proxy-Authorization:"))
            .Which.Should().Be("Proxy-Authorization: Basic " + Convert.ToBase64String("ann:h@us:h"u8));
    }
}
